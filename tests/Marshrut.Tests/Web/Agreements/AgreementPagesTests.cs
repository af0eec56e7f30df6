using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;

namespace Marshrut.Tests.Web.Agreements;

public class AgreementPagesTests
{
    private static readonly (string, string)[] Filled =
    [
        ("Party", "centre"), ("Input.Number", "12/2026"), ("Input.SignedOn", "2026-08-25"), ("Input.ValidFrom", "2026-09-01"), ("Input.ValidTo", "2026-11-30"),
        ("Input.AcceptanceDays", "5"), ("Input.FromPerson.Name", "Зуев Андрей Николаевич"), ("Input.FromPerson.Phone", "+7 900 000-01-10"), ("Input.ToPerson.Name", "Седова Ирина Павловна"),
    ];

    [Theory, BothDatabases]
    public async Task A_head_enters_an_agreement_the_other_changes_it_and_the_first_ends_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var centre = await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre", name: "Центр занятости Верхнереченска");
        using var head = await site.SignIn(Role.CareerCentreHead, college);
        using var other = await site.SignIn(Role.EmploymentHead, centre);

        var list = await head.Get("/o/college/agreements");
        list.Text.ShouldContain("Соглашений пока нет");
        list.Document.QuerySelector("a[href='/o/college/agreements/add']").ShouldNotBeNull();
        var form = await head.Get("/o/college/agreements/add");
        var wrong = await head.Press(form, "Добавить соглашение", ("Input.Number", "12/2026"), ("Input.AcceptanceDays", "31"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("Выберите другую сторону");
        wrong.Document.QuerySelector("#Input_ToPerson_Name")!.GetAttribute("aria-invalid").ShouldBe("true");
        wrong.Document.QuerySelector("#Input_Number")!.GetAttribute("value").ShouldBe("12/2026");
        var refused = await head.Press(wrong, "Добавить соглашение", [.. Filled.Where(field => field.Item1 != "Input.AcceptanceDays"), ("Input.AcceptanceDays", "31")]);
        refused.Text.ShouldContain("Срок приёма — от 1 до 30 рабочих дней.");
        var path = (await head.Press(refused, "Добавить соглашение", Filled)).Location!;

        var page = await head.Get(path);
        page.Text.ShouldContain("действует ещё 7 дней");
        page.Text.ShouldContain("список, отправленный сегодня, ждёт ответа до 30 ноября 2026");
        page.Text.ShouldContain("+7 900 000-01-10");
        var there = path.Replace("/o/college", "/o/centre", StringComparison.Ordinal);
        (await other.Get("/o/centre/agreements")).Document.QuerySelector($"a[href='{there}']")!.TextContent.ShouldBe("Заречный колледж");

        var slow = await head.Get(path + "/change");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await other.Press(await other.Get(there + "/change"), "Записать изменения", ("Input.AcceptanceDays", "7"), ("Reason", "письмо № 8"))).Location.ShouldBe(there);
        var told = await head.Press(slow, "Записать изменения", ("Input.ValidTo", ""), ("Reason", "продлили без срока"));
        told.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        told.Text.ShouldContain("соглашение изменил другой");
        told.Text.ShouldContain("Центр занятости Верхнереченска");
        told.Document.QuerySelector("#Input_AcceptanceDays")!.GetAttribute("value").ShouldBe("7", "what the user did not touch is what stands now");
        told.Document.QuerySelector("#Input_ValidTo")!.GetAttribute("value").ShouldBeNullOrEmpty();
        (await head.Press(told, "Записать изменения")).Location.ShouldBe(path);
        (await head.Get(path)).Text.ShouldContain("7 рабочих дней");
        slow = await head.Get(path + "/change");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await other.Press(await other.Get(there + "/change"), "Записать изменения", ("Input.AcceptanceDays", "9"), ("Reason", "письмо № 9"));
        told = await head.Press(slow, "Записать изменения", ("Input.AcceptanceDays", "3"), ("Reason", "приказ № 4"));
        told.Text.ShouldContain("Это поле изменил и другой. Сейчас записано: 9.");
        told.Document.QuerySelector("#Input_AcceptanceDays")!.GetAttribute("value").ShouldBe("3");
        (await head.Press(told, "Записать изменения")).Location.ShouldBe(path);
        (await head.Get(path)).Text.ShouldContain("3 рабочих дня");
        page = await other.Get(there);
        page.Text.ShouldContain("действует по: 30.11.2026 → без срока окончания. Причина: продлили без срока. Проверкина М. И., Заречный колледж");

        var end = await head.Get(path + "/end");
        end.Text.ShouldContain("Это нельзя отменить.");
        (await head.Press(end, "Прекратить соглашение", ("On", "2026-08-01"), ("Reason", "письмо о расторжении"))).Text.ShouldContain("подписано 25.08.2026");
        (await head.Press(end, "Прекратить соглашение", ("On", "2026-11-23"), ("Reason", "письмо о расторжении"))).Location.ShouldBe(path);
        page = await other.Get(there);
        page.Text.ShouldContain("прекращено");
        page.Document.QuerySelector($"a[href='{there}/change']").ShouldBeNull();
        (await other.Get(there + "/change")).Location.ShouldBe(there);
        (await other.Get("/o/centre/agreements?past=true")).Text.ShouldContain("Заречный колледж");
    }

    [Theory, BothDatabases]
    public async Task A_specialist_reads_alone_and_strangers_find_nothing(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        var second = await site.AddOrganization(OrganizationKind.College, "second");
        await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre");
        var school = await site.AddOrganization(OrganizationKind.School, "school");
        using var head = await site.SignIn(Role.CareerCentreHead, college);
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, college);
        using var stranger = await site.SignIn(Role.CareerCentreHead, second);
        using var pupils = await site.SignIn(Role.SchoolCoordinator, school);
        var path = (await head.Press(await head.Get("/o/college/agreements/add"), "Добавить соглашение", Filled)).Location!;

        (await specialist.Get("/o/college/agreements")).Document.QuerySelector("a[href$='/agreements/add']").ShouldBeNull();
        (await specialist.Get(path)).ShouldSatisfyAllConditions(
            page => page.Status.ShouldBe(HttpStatusCode.OK),
            page => page.Document.QuerySelector($"a[href='{path}/change']").ShouldBeNull());
        foreach (var closed in new[] { "/o/college/agreements/add", path + "/change", path + "/end" })
        {
            (await specialist.Get(closed)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await specialist.Post(closed, [])).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var foreign = path.Replace("/o/college", "/o/second", StringComparison.Ordinal);
        foreach (var address in new[] { foreign, foreign + "/change", foreign + "/end" })
        {
            (await stranger.Get(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var own = await stranger.Get("/o/second/agreements/add");
        var token = own.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forged = Filled.Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2)).Append(new("Reason", "чужое соглашение")).Append(new("On", "2026-11-23"))
            .Append(new("SeenVersion", "0")).Append(new("__RequestVerificationToken", token)).ToList();
        (await stranger.Post(foreign + "/change", forged)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Post(foreign + "/end", forged)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Post(path + "/end", forged.Where(field => field.Key != "__RequestVerificationToken"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await stranger.Get("/o/second/agreements")).Text.ShouldContain("Соглашений пока нет");
        (await pupils.Get("/o/school/agreements")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await pupils.Get("/o/school")).Document.QuerySelector("a[href='/o/school/agreements']").ShouldBeNull();
    }
}
