using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Imports.Undoing;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Web.Cabinet;

/// <summary>A person's own pages, without script and with antiforgery: the door, the steps, what is known, what is wrong; and that nobody gets into another's.</summary>
public class CabinetPagesTests
{
    private static readonly string[] pages = ["/my", "/my/why", "/my/known", "/my/help", "/my/mistake", "/my/consents", "/my/answers", "/my/answers/1", "/my/cv", "/my/cv/print"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Without_a_session_there_is_the_door_alone(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, _) = await Started(site);
        using var stranger = site.NewVisitor();

        foreach (var page in pages)
        {
            (await stranger.Get(page)).Location.ShouldBe("/my/sign-in", page);
        }

        var door = await stranger.Open("/my/sign-in");
        (await stranger.Press(door, "Открыть мой маршрут", ("Code", "AAAA-AAAA"), ("Birth", "01.01.2007"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var (code, born) = await Key(site, college, "Ольхова");
        (await stranger.Press(door, "Открыть мой маршрут", ("Code", code), ("Birth", born.AddDays(1).ToString("dd.MM.yyyy")))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await stranger.Get("/o/college/students")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Theory, BothDatabases]
    public async Task A_person_sees_the_steps_asks_for_help_by_one_press_and_sees_who_helps(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, specialist) = await Started(site);
        using var staff = specialist;
        using var person = await SignIn(site, college, "Ольхова");

        var home = await person.Open("/my");
        home.Text.ShouldContain("Здравствуйте, Вера!");
        home.Text.ShouldContain("один шаг");
        home.Text.ShouldContain("Рассказать о планах");
        foreach (var word in new[] { "риск", "высокий", "зон", "нетрудоустройств", "Тополев" })
        {
            home.Text.ShouldNotContain(word, Case.Insensitive);
        }

        await person.Press(home, "Рассказать и попросить помощь");
        await person.Press(home, "Рассказать и попросить помощь"); // a second press
        (await site.Read(college, db => db.ClientRequests.Select(row => row.Actor).ToListAsync(Cancel))).ShouldHaveSingleItem().ShouldStartWith("person:");
        (await person.Open("/my")).Text.ShouldContain("ждёт специалиста");
        (await person.Open("/my/why")).Text.ShouldContain("высокий риск нетрудоустройства");
        var help = await person.Open("/my/help");
        (await person.Press(help, "Попросить", ("Type", "first-job"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await person.Press(help, "Попросить", ("Type", "cv"), ("Wish", "На одну страницу"))).Location.ShouldBe("/my/help");
        (await staff.Open("/o/college/requests")).Text.ShouldContain("Ольхова");

        (await person.Press(await person.Open("/my"), "Ответить")).Location.ShouldBe("/q/answers");
        await person.Press(await person.Open("/my"), "Выйти");
        (await person.Get("/my")).Location.ShouldBe("/my/sign-in");
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_goes_to_the_staff_with_a_term_and_the_answer_comes_back(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, specialist) = await Started(site);
        using var staff = specialist;
        var other = await site.AddOrganization(OrganizationKind.College, "other");
        using var foreigner = await site.SignIn(Role.CareerCentreSpecialist, other);
        using var person = await SignIn(site, college, "Ольхова");
        using var neighbour = await SignIn(site, college, "Тополев");

        var form = await person.Open("/my/mistake");
        (await person.Press(form, "Сообщить", ("Text", " "))).Text.ShouldContain("Напишите, что не так");
        await person.Press(form, "Сообщить", ("About", "no-certain-workplace"), ("Text", "Место есть: договор подписан"));
        (await person.Open("/my/mistake")).Text.ShouldContain("Ответим до");
        (await neighbour.Open("/my/mistake")).Text.ShouldNotContain("договор подписан");
        (await foreigner.Open("/o/other/contests")).Text.ShouldNotContain("договор подписан");
        (await staff.Open("/account/notices")).Text.ShouldContain("Сообщили об ошибке в сведениях");

        var list = await staff.Open("/o/college/contests");
        list.Text.ShouldContain("Место есть: договор подписан");
        (await staff.Press(list, "Сведения верны, ответить", ("answer", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await staff.Press(list, "Исправлено, ответить", ("answer", "Записали договор"));
        (await staff.Press(list, "Исправлено, ответить", ("answer", "Ещё раз"))).Text.ShouldContain("уже ответили");
        var seen = await person.Open("/my/mistake");
        seen.Text.ShouldContain("исправлено");
        seen.Text.ShouldContain("Записали договор");
        var id = await site.Read(college, db => db.FactContests.Select(row => row.Id).SingleAsync(Cancel));
        var foreign = await foreigner.Open("/o/other/contests");
        (await foreigner.Post("/o/other/contests", Fields(foreign, ("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("answer", "x")))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task Special_facts_open_on_demand_and_the_look_is_written_down(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, specialist) = await Started(site);
        using var staff = specialist;
        using var person = await SignIn(site, college, "Кедров");

        foreach (var path in new[] { "/my", "/my/why", "/my/known", "/my/consents" })
        {
            (await person.Open(path)).Text.ShouldNotContain("инвалидность", Case.Insensitive);
        }

        (await site.Read(college, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.SpecialRead, Cancel))).ShouldBe(0);
        (await person.Press(await person.Open("/my/known"), "Показать всё")).Text.ShouldContain("Инвалидность или ОВЗ: да");
        (await site.Read(college, db => db.AuditEntries.Where(row => row.Action == AuditActions.SpecialRead).Select(row => row.Actor).ToListAsync(Cancel))).ShouldHaveSingleItem().ShouldStartWith("person:");
    }

    [Theory, BothDatabases]
    public async Task A_consent_is_taken_back_after_a_question_and_another_persons_answers_open_nothing(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, specialist) = await Started(site);
        using var staff = specialist;
        using var person = await SignIn(site, college, "Ольхова");

        var asked = await person.Press(await person.Open("/my/consents"), "Отозвать…");
        asked.Text.ShouldContain("Точно отозвать?");
        await person.Press(asked, "Отозвать согласие");
        (await person.Open("/my/consents")).Text.ShouldContain("Отозвано");
        (await site.Read(college, db => db.People.CountAsync(row => row.TransferConsentOn != null, Cancel))).ShouldBe(2);
        (await person.Get("/my/answers/1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task A_finished_cv_is_evidence_and_changes_the_level_at_once(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, specialist) = await Started(site);
        using var staff = specialist;
        using var person = await SignIn(site, college, "Тополев");
        var enrolment = await site.Read(college, db => db.Enrolments.Where(row => db.People.Any(one => one.Id == row.PersonId && one.LastName == "Тополев")).Select(row => row.Id).SingleAsync(Cancel));
        (await staff.Open($"/o/college/students/{enrolment}/cv")).Text.ShouldContain("ещё не написано");

        var form = await person.Open("/my/cv");
        form.Document.QuerySelector("[name='Input.Education']")!.TextContent.ShouldContain("Заречный колледж");
        var refused = await person.Press(form, "Резюме готово", ("Input.Places[0].Where", "=Расчётный центр"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("какую работу ищете");
        var kept = await person.Open("/my/cv");
        kept.Document.QuerySelector("[name='Input.Places[0].Where']")!.GetAttribute("value").ShouldBe("=Расчётный центр", "what was written is kept");
        (await person.Press(form, "Сохранить и дописать потом", ("Input.Position", "Из другого окна"))).Text.ShouldContain("изменили в другом окне");
        (await person.Press(kept, "Резюме готово", ("Input.Position", "Техник"), ("Input.Phone", ""), ("Input.Email", ""))).Text.ShouldContain("телефон или почту");
        await person.Press(await person.Open("/my/cv"), "Резюме готово", ("Input.Phone", "+7 900 000-01-10"));

        (await person.Open("/my/cv")).Text.ShouldContain("Готово с");
        (await person.Open("/my/known")).Text.ShouldContain("Резюме или занятия по поиску работы: да");
        (await person.Open("/my/cv/print")).Text.ShouldContain("=Расчётный центр");
        (await person.Download("/my/cv?handler=File")).Length.ShouldBeGreaterThan(1_000);
        (await staff.Open($"/o/college/students/{enrolment}/cv")).Text.ShouldContain("Тополев");
        (await site.Read(college, db => db.Assessments.Where(row => row.EnrolmentId == enrolment && row.IsCurrent).Select(row => row.KnownCount).SingleAsync(Cancel))).ShouldBeGreaterThan(1);
    }

    [Theory, BothDatabases]
    public async Task An_import_is_not_taken_back_under_somebody_who_came_in(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, specialist) = await Started(site);
        using var staff = specialist;
        (await Undo()).ShouldBeNull();

        using var person = await SignIn(site, college, "Ольхова");

        (await Undo()).ShouldNotBeNull().ShouldContain("открыли анкету или свою страницу, человек: 1");

        async Task<string?> Undo()
        {
            await using var scope = site.Services.CreateAsyncScope();
            var acting = scope.ServiceProvider.GetRequiredService<ActingScope>();
            acting.EnterOrganization(college.Id, college.RegionCode);
            acting.ActAs("user:1");
            var run = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Imports.Select(row => row.Id).SingleAsync(Cancel);
            return await scope.ServiceProvider.GetRequiredService<CheckUndo>().Check(run, Cancel);
        }
    }

    [Theory, BothDatabases]
    public async Task A_year_after_its_survey_an_invitation_opens_nothing(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, specialist) = await Started(site);
        using var staff = specialist;
        using var person = await SignIn(site, college, "Ольхова");
        (await person.Get("/my")).Status.ShouldBe(HttpStatusCode.OK);

        await site.Read(college, async db =>
        {
            var campaign = await db.Campaigns.SingleAsync(Cancel);
            campaign.EndsOn = site.Clock.Today.AddMonths(-13);
            return await db.SaveChangesAsync(Cancel);
        });

        (await person.Get("/my")).Location.ShouldBe("/my/sign-in");
    }

    private static List<KeyValuePair<string, string>> Fields(Answer page, params (string Name, string Value)[] values) =>
    [
        new("__RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
        .. values.Select(value => new KeyValuePair<string, string>(value.Name, value.Value)),
    ];

    private static async Task<Visitor> SignIn(TestSite site, Organization college, string surname)
    {
        var (code, born) = await Key(site, college, surname);
        var visitor = site.NewVisitor();
        (await visitor.Press(await visitor.Open("/my/sign-in"), "Открыть мой маршрут", ("Code", code), ("Birth", born.ToString("dd.MM.yyyy")))).Location.ShouldBe("/my");
        return visitor;
    }

    private static async Task<(string Code, DateOnly Born)> Key(TestSite site, Organization college, string surname)
    {
        var (id, born) = await site.Read(college, async db =>
        {
            var person = await db.People.SingleAsync(row => row.LastName == surname, Cancel);
            return (await db.Invitations.Where(row => row.PersonId == person.Id).Select(row => row.Id).SingleAsync(Cancel), person.BirthDate);
        });
        return (site.Services.GetRequiredService<PersonalLinks>().Code(id), born);
    }

    private static async Task<(Organization College, Visitor Staff)> Started(TestSite site)
    {
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var bench = new HandoverBench(site.Services, site.Clock, college, await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre"));
        await bench.Proposed(Line(1, "Ольхова", orphan: "нет", place: "нет"), Line(2, "Тополев", orphan: "нет"), Line(3, "Кедров", orphan: "нет", health: "01.09.2026", disability: "да"));
        var staff = await site.SignIn(Role.CareerCentreSpecialist, college);
        var page = await staff.Press(await staff.Get("/o/college/campaigns/new"), "Посчитать людей", ("Questionnaire", "last-course"));
        (await staff.Press(page, "Начать опрос")).Location.ShouldNotBeNull();
        return (college, staff);
    }
}
