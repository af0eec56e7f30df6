using System.Globalization;
using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Web.Cases.Plans;

/// <summary>The present day is 23 November 2026, a Monday.</summary>
public class PlanPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_curator_makes_a_plan_works_on_it_agrees_it_and_prints_it_and_the_college_sees_the_steps(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, id) = await Accepted(site);
        using var curator = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
        using var college = await site.SignIn(Role.CareerCentreSpecialist, bench.College);
        var path = $"/o/centre/cases/{id}/plan";
        (await curator.Get(path)).Text.ShouldContain("Сначала назначьте куратора");
        await Assign(site, bench, id);

        var empty = await curator.Get(path);
        empty.Document.QuerySelectorAll("input[name=Sets][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["workplace", "support"]);
        (await curator.Press(empty, "Составить план", ("Sets", ""), ("EndsOn", "завтра"))).Text.ShouldContain("Не поняли дату «завтра»");
        (await curator.Press(empty, "Составить план")).Location.ShouldBe(path);
        var plan = await curator.Get(path);
        plan.Text.ShouldContain("0 из 7");
        plan.Text.ShouldContain("версия 1 не согласована");
        plan.Text.ShouldContain("Перестанет учитываться: нет места");

        var step = await curator.Get(path + "/steps/new");
        var bad = await curator.Press(step, "Добавить шаг", ("Title", ""), ("Place", "зал 2"));
        bad.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        bad.Text.ShouldContain("Выберите меру или напишите, что нужно сделать.");
        bad.Document.QuerySelector("input[name=Place]")!.GetAttribute("value").ShouldBe("зал 2");
        (await curator.Press(bad, "Добавить шаг", ("Measure", "cv"))).Location.ShouldBe(path);

        plan = await curator.Get(path);
        plan.Text.ShouldContain("Резюме на «Работе России»");
        (await curator.Press(plan, "Записать согласие", ("Way", "Signed"))).Location.ShouldBe(path);
        plan = await curator.Get(path);
        plan.Text.ShouldContain("подписал лично");
        (await curator.Press(plan, "Сделано", ("Mark", "Done"), ("Result", "подала"), ("Step", await Step(site, bench, 0)))).Location.ShouldBe(path);
        (await curator.Press(plan, "Сделано", ("Mark", "Done"), ("Step", await Step(site, bench, 1)))).Text.ShouldContain("план изменил другой");
        (await curator.Get(path)).Text.ShouldContain("1 из 8");
        (await curator.Get(path + "/print")).Text.ShouldContain("не заменяет индивидуальный план по статье 26");
        var file = await curator.Get(path + "/file");
        file.Status.ShouldBe(HttpStatusCode.OK);
        (await curator.Get(path + "/versions/1")).Text.ShouldContain("Ничего: план такой, как согласован");
        (await curator.Get(path + "/versions/2")).Status.ShouldBe(HttpStatusCode.NotFound);

        var item = await site.Read(bench.College, db => db.TransferItems.Select(row => row.Id).SingleAsync(Cancel));
        var seen = await college.Get($"/o/college/transfers/people/{item}");
        seen.Text.ShouldContain("Что делает центр занятости");
        seen.Text.ShouldContain("подала");
        (await college.Get(path.Replace("centre", "college", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task A_visit_is_set_moved_and_marked_and_stands_in_the_week(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, id) = await Accepted(site);
        using var curator = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
        await Assign(site, bench, id);
        var path = $"/o/centre/cases/{id}/visits";
        var form = await curator.Get(path);
        var bad = await curator.Press(form, "Назначить явку", ("On", "24.11.2026"), ("From", "полдень"), ("Purpose", "паспорт"));
        bad.Text.ShouldContain("Не поняли время «полдень»");
        bad.Document.QuerySelector("input[name=Purpose]")!.GetAttribute("value").ShouldBe("паспорт");
        (await curator.Press(bad, "Назначить явку", ("From", "15.30"))).Location.ShouldBe($"/o/centre/cases/{id}");
        var visit = await site.Read(bench.Centre, db => db.Visits.Select(row => row.Id).SingleAsync(Cancel));
        (await curator.Press(await curator.Get($"{path}/{visit}"), "Перенести явку", ("On", "23.11.2026"), ("From", "9"))).Location.ShouldBe($"/o/centre/cases/{id}");

        var week = await curator.Get("/o/centre/visits?curator=all");
        week.Text.ShouldContain("09:00–09:30");
        week.Text.ShouldContain("Понедельник, 23 ноября — сегодня");
        (await curator.Get("/o/centre/visits?week=чушь&curator=чушь")).Status.ShouldBe(HttpStatusCode.OK);
        (await curator.Get("/o/centre/visits?curator=all&week=2026-12-01")).Text.ShouldNotContain("Ольхова");
        await curator.Press(await curator.Get($"/o/centre/cases/{id}/plan"), "Составить план");
        var plan = await curator.Get($"/o/centre/cases/{id}/plan");
        (await curator.Press(plan, "Не пришёл", ("Visited", "Missed"))).Location.ShouldBe($"/o/centre/cases/{id}/plan");
        (await curator.Get($"/o/centre/cases/{id}")).Text.ShouldContain("Явка 23.11.2026, 09:00: не пришёл");
        (await curator.Get($"{path}/{visit}")).Status.ShouldBe(HttpStatusCode.NotFound, "it is marked");
    }

    [Theory, BothDatabases]
    public async Task Another_centre_finds_nothing_and_every_form_asks_for_its_token(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, id) = await Accepted(site);
        await Assign(site, bench, id);
        var other = await site.AddOrganization(OrganizationKind.EmploymentCentre, "other");
        using var foreigner = await site.SignIn(Role.EmploymentHead, other);
        using var own = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
        await own.Press(await own.Get($"/o/centre/cases/{id}/plan"), "Составить план");
        var step = await Step(site, bench, 0);
        foreach (var page in new[] { "plan", "plan/steps/new", $"plan/steps/{step}", "plan/print", "plan/file", "plan/versions/1", "visits" })
        {
            (await foreigner.Get($"/o/other/cases/{id}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
        }

        var token = (await foreigner.Get("/o/other/students/add")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "Make", "Goal", "RemoveGoal", "Mark", "Agree", "Term", "Visited" })
        {
            (await own.Post($"/o/centre/cases/{id}/plan?handler={handler}", [new("Goal", "без ключа")])).Status.ShouldBe(HttpStatusCode.BadRequest, handler);
            (await foreigner.Post($"/o/other/cases/{id}/plan?handler={handler}", [new("__RequestVerificationToken", token), new("Goal", "чужое"), new("Step", step), new("Mark", "Done"), new("Way", "Signed")]))
                .Status.ShouldBe(HttpStatusCode.NotFound, handler);
        }

        (await foreigner.Post($"/o/other/cases/{id}/plan/steps/{step}", [new("__RequestVerificationToken", token), new("Goal", "1"), new("Title", "чужое")])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await foreigner.Post($"/o/other/cases/{id}/visits", [new("__RequestVerificationToken", token), new("On", "24.11.2026"), new("From", "10:00")])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Read(bench.Centre, db => db.PlanSteps.CountAsync(row => row.State != Marshrut.Rules.Cases.StepState.Ahead, Cancel))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task The_methodologist_changes_the_catalogue_and_the_next_plan_offers_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, id) = await Accepted(site);
        await Assign(site, bench, id);
        using var methodologist = await site.SignIn(Role.Methodologist, region: bench.Centre.RegionCode);
        using var coordinator = await site.SignIn(Role.RegionalCoordinator, region: bench.Centre.RegionCode);
        using var curator = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
        var region = $"/r/{bench.Centre.RegionCode}/measures";
        (await coordinator.Get(region)).Text.ShouldContain("Федеральный каталог");
        (await coordinator.Get(region + "/cv")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await methodologist.Get(region + "/no-such")).Status.ShouldBe(HttpStatusCode.NotFound);

        var late = await methodologist.Get(region + "/vacancies");
        var bad = await methodologist.Press(await methodologist.Get(region + "/new"), "Добавить меру", ("Title", "Экскурсия в технопарк"), ("Days", "скоро"));
        bad.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        bad.Document.QuerySelector("input[name=Title]")!.GetAttribute("value").ShouldBe("Экскурсия в технопарк");
        (await methodologist.Press(bad, "Добавить меру", ("Days", "20"), ("Fact", "EmployerContact"))).Location.ShouldBe(region);
        (await methodologist.Press(late, "Записать меру", ("Title", "Подбор трёх вакансий"))).Text.ShouldContain("каталог изменил другой методист");
        var set = await methodologist.Get(region + "/sets/workplace");
        (await methodologist.Press(set, "Записать набор", ("Goal", "Найти дело по душе"), ("Measures", "measure-1"))).Location.ShouldBe(region);
        (await methodologist.Get(region)).Text.ShouldContain("Найти дело по душе");

        var plan = await curator.Get($"/o/centre/cases/{id}/plan");
        plan.Text.ShouldContain("Найти дело по душе");
        plan.Text.ShouldContain("Экскурсия в технопарк");
    }

    private static async Task<(HandoverBench Bench, long Case)> Accepted(TestSite site)
    {
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var centre = await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre", name: "Центр занятости Верхнереченска");
        var bench = new HandoverBench(site.Services, site.Clock, college, centre);
        await bench.Agree();
        await bench.Send(await bench.Confirmed(Line(1, "Ольхова", place: "нет")));
        await bench.Accept([.. (await bench.Items()).Select(item => item.Id)]);
        return (bench, await site.Read(centre, db => db.Cases.Select(row => row.Id).SingleAsync(Cancel)));
    }

    private static async Task Assign(TestSite site, HandoverBench bench, long id)
    {
        var user = await site.Read(bench.Centre, db => db.Users.Where(row => db.Memberships.Any(post => post.UserId == row.Id && post.OrganizationId == bench.Centre.Id)).Select(row => (long?)row.Id).FirstOrDefaultAsync(Cancel));
        if (user is null)
        {
            using var somebody = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
            user = await site.Read(bench.Centre, db => db.Users.Where(row => db.Memberships.Any(post => post.UserId == row.Id && post.OrganizationId == bench.Centre.Id)).Select(row => (long?)row.Id).FirstAsync(Cancel));
        }

        await bench.Use<AssignCurator, AssignedCases>(bench.Centre, assign => assign.Assign([id], user, Cancel));
    }

    private static async Task<string> Step(TestSite site, HandoverBench bench, int number) =>
        (await site.Read(bench.Centre, db => db.PlanSteps.OrderBy(row => row.Goal).ThenBy(row => row.Order).Select(row => row.Id).Skip(number).FirstAsync(Cancel))).ToString(CultureInfo.InvariantCulture);
}
