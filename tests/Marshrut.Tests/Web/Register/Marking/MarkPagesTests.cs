using System.Globalization;
using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Web.Register.Marking;

public class MarkPagesTests
{
    [Theory, BothDatabases]
    public async Task A_pasted_list_is_found_decided_on_and_marked_and_a_group_at_once(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var bench = new HandoverBench(site.Services, site.Clock, college, await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre"));
        await bench.Proposed(Line(1, "Ольхова"), Line(2, "Липова"), Line(3, "Липова").Replace("01.05.2007", "02.06.2007", StringComparison.Ordinal));
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, college);
        (await specialist.Get("/o/college/students")).Document.QuerySelector("a[href='/o/college/students/mark']").ShouldNotBeNull();
        var fact = ((int)FactCode.EmployerContact).ToString(CultureInfo.InvariantCulture);

        var first = await specialist.Get("/o/college/students/mark");
        var empty = await specialist.Press(first, "Найти людей", ("Names", "Ольхова Вера"));
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("Выберите, что отмечаете.");
        empty.Document.QuerySelector("textarea[name=Names]")!.TextContent.ShouldContain("Ольхова Вера");
        (await specialist.Press(empty, "Найти людей", ("Names", " "), ("Fact", fact))).Text.ShouldContain("Вставьте список или выберите группу.");

        var found = await specialist.Press(first, "Найти людей", ("Names", "Ольхова Вера\nЛипова Вера; ИС-41\nБерёзова Анна"), ("Fact", fact));
        found.Text.ShouldContain("Не нашли");
        found.Text.ShouldContain("Берёзова Анна");
        found.Document.QuerySelectorAll("input[name=Chosen]").Length.ShouldBe(3);
        found.Document.QuerySelectorAll("input[name=Chosen][checked]").Length.ShouldBe(1, "namesakes are not ticked by themselves");
        var refused = await specialist.Press(found, "Отметить", ("Value", "Yes"), ("Reason", "ярмарка вакансий"), ("On", "завтра"));
        refused.Text.ShouldContain("Не поняли дату «завтра»");
        refused.Document.QuerySelectorAll("input[name=Chosen][checked]").Length.ShouldBe(1);
        var done = await specialist.Press(refused, "Отметить", ("On", "20.11.2026"));
        done.Location.ShouldBe("/o/college/students");
        (await specialist.Get(done.Location!)).Text.ShouldContain("отмечен 1 человек");

        var group = await specialist.Press(first, "Найти людей", ("Group", "ИС-41"), ("Fact", fact));
        group.Document.QuerySelectorAll("input[name=Chosen][checked]").Length.ShouldBe(3);
        (await specialist.Get((await specialist.Press(group, "Отметить", ("Value", "Yes"), ("On", "20.11.2026"), ("Reason", "ярмарка вакансий"))).Location!)).Text
            .ShouldContain("отмечены 2 человека. Уже было так у 1.");
        using var school = await site.SignIn(Role.SchoolCoordinator, await site.AddOrganization(OrganizationKind.School, "school"));
        (await school.Get("/o/college/students/mark")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task A_sheet_of_a_group_is_asked_for_by_its_name(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var bench = new HandoverBench(site.Services, site.Clock, college, await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre"));
        await bench.Proposed(Line(1, "Ольхова"), Line(2, "Липова"));
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, college);
        var page = await specialist.Get("/o/college/students/mark");
        (await specialist.Press(page, "Скачать лист", ("Group", ""))).Text.ShouldContain("Выберите группу, в которой кто-нибудь учится.");

        var sheet = await specialist.Press(page, "Скачать лист", ("Group", "ИС-41"));

        sheet.Status.ShouldBe(HttpStatusCode.OK);
        sheet.Headers["Content-Type"].ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
}
