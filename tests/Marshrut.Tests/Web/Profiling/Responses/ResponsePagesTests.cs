using System.Globalization;
using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Web.Profiling.Responses;

public class ResponsePagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_specialist_fills_in_a_questionnaire_by_telephone_and_the_card_knows_the_answers(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var bench = new HandoverBench(site.Services, site.Clock, college, await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre"));
        var levels = await bench.Proposed(Line(1, "Ольхова", orphan: "нет"));
        var card = string.Create(CultureInfo.InvariantCulture, $"/o/college/students/{levels[0].EnrolmentId}");
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, college);
        using var centre = await site.SignIn(Role.EmploymentHead, bench.Centre);
        (await specialist.Get(card)).Text.ShouldContain("Ответов пока нет");
        var choice = await specialist.Get(card + "/answers");
        choice.Text.ShouldContain("Выпускной курс: готовность к работе");
        choice.Text.ShouldNotContain("Ученик");

        var page = await specialist.Get(card + "/answers/last-course");
        page.Text.ShouldNotContain("Где будете работать или учиться?");
        page = await specialist.Press(page, "Показать следующие вопросы", ("A[after]", "signed"), ("A[experience]", "no"));
        page.Text.ShouldContain("Где будете работать или учиться?");
        page = await specialist.Press(page, "Записать ответы", ("A[place]", "Завод «Прогресс»"), ("On", "вчера"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Не поняли дату «вчера»");
        page.Text.ShouldContain("Отметьте хотя бы один ответ.");
        page.Document.QuerySelector("input[name='A[place]']")!.GetAttribute("value")!.ShouldContain("Прогресс");
        page.Document.QuerySelector("input[name='A[experience]'][value=no]")!.HasAttribute("checked").ShouldBeTrue();
        var done = await specialist.Press(page, "Записать ответы", ("A[events]", "yes"), ("A[cv]", "yes"), ("A[leave]", "no"), ("A[help]", "first-job"), ("On", ""));
        done.Location.ShouldBe(card);

        var after = await specialist.Get(card);
        after.Text.ShouldContain("Изменилось: 4 сведения. Записано: 1 запрос. Уровень определён заново.");
        after.Text.ShouldContain("Записаны ответы на анкету");
        var answers = after.Document.QuerySelectorAll("a").Single(link => link.GetAttribute("href")!.StartsWith(card + "/responses/", StringComparison.Ordinal)).GetAttribute("href")!;
        (await specialist.Get(answers)).Text.ShouldContain("Завод «Прогресс»");
        (await site.Read(college, db => db.ClientRequests.Select(row => row.Type).SingleAsync(Cancel))).ShouldBe("first-job");

        (await centre.Get(answers)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await centre.Get("/o/centre" + answers["/o/college".Length..])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await centre.Get("/o/centre" + card["/o/college".Length..] + "/answers/last-course")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await specialist.Get(card + "/answers/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
