using System.Globalization;
using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Web.Profiling.Requests;

public class RequestPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_specialist_writes_a_request_on_the_card_a_colleague_takes_it_up_and_meets_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, card) = await Register(site);
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, bench.College);
        using var head = await site.SignIn(Role.CareerCentreHead, bench.College);
        (await specialist.Get("/o/college/requests")).Text.ShouldContain("Без ответственного запросов нет");
        var page = await specialist.Get(card);
        page.Text.ShouldContain("С чем помочь, ещё не спрашивали");

        var form = await specialist.Get(card + "/requests/add");
        var refused = await specialist.Press(form, "Записать запрос", ("Wish", "только вечером"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Выберите, с чем помочь.");
        refused.Document.QuerySelector("textarea[name=Wish]")!.TextContent.ShouldContain("только вечером");
        (await specialist.Press(refused, "Записать запрос", ("Type", "temporary-work"))).Location.ShouldBe(card);
        (await specialist.Get(card)).Text.ShouldContain("Найти временную работу");
        (await specialist.Press(form, "Записать запрос", ("Type", "temporary-work"))).Text.ShouldContain("у человека уже есть и не закрыт");

        var desk = await head.Get("/o/college");
        desk.Text.ShouldContain("Запросы без ответственного");
        var list = await head.Get("/o/college/requests");
        var path = list.Document.QuerySelector("tbody a")!.GetAttribute("href")!;
        var request = await head.Get(path);
        request.Text.ShouldContain("только вечером");
        var stale = await specialist.Get(path);
        (await head.Press(request, "Взять себе")).Location.ShouldBe(path);
        (await head.Get("/o/college")).Text.ShouldContain("Ваши запросы в работе");
        (await specialist.Get("/o/college")).Text.ShouldNotContain("Ваши запросы в работе");
        var told = await specialist.Press(stale, "Выполнен", ("Result", "вышел на склад"));
        told.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        told.Text.ShouldContain("запрос изменил другой: сейчас он в работе");
        told.Document.QuerySelector("textarea[name=Result]")!.TextContent.ShouldContain("вышел на склад");
        (await specialist.Press(told, "Выполнен")).Location.ShouldBe(path);
        (await specialist.Get("/o/college/requests?state=met")).Text.ShouldContain("1 запрос");
        var met = await specialist.Get(path);
        met.Text.ShouldContain("вышел на склад");
        (await specialist.Press(met, "Открыть снова")).Location.ShouldBe(path);
        (await specialist.Press(await specialist.Get("/o/college/requests"), "Скачать 1\u00A0строку")).Headers["Content-Type"].ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    [Theory, BothDatabases]
    public async Task Types_are_the_heads_and_another_organisation_finds_nothing(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, card) = await Register(site);
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, bench.College);
        using var head = await site.SignIn(Role.CareerCentreHead, bench.College);
        using var centre = await site.SignIn(Role.EmploymentHead, bench.Centre);
        (await specialist.Get("/o/college/requests/types")).Document.QuerySelector("input[name=Title]").ShouldBeNull();
        var types = await head.Get("/o/college/requests/types");
        (await head.Press(types, "Добавить", ("Title", " "))).Text.ShouldContain("Напишите, с чем помочь");
        (await head.Press(types, "Добавить", ("Title", "Найти жильё"))).Location.ShouldBe("/o/college/requests/types");
        (await head.Press(await head.Get("/o/college/requests/types"), "Больше не предлагать")).Location.ShouldBe("/o/college/requests/types");
        (await specialist.Get(card + "/requests/add")).Text.ShouldNotContain("Найти жильё");
        await specialist.Press(await specialist.Get(card + "/requests/add"), "Записать запрос", ("Type", "cv"));
        var id = await site.Read(bench.College, db => db.ClientRequests.Select(row => row.Id).SingleAsync(Cancel));

        (await centre.Get(string.Create(CultureInfo.InvariantCulture, $"/o/centre/requests/{id}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await centre.Get(string.Create(CultureInfo.InvariantCulture, $"/o/college/requests/{id}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await centre.Get("/o/centre" + card["/o/college".Length..] + "/requests/add")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(HandoverBench Bench, string Card)> Register(TestSite site)
    {
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var bench = new HandoverBench(site.Services, site.Clock, college, await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre"));
        var levels = await bench.Proposed(Line(1, "Ольхова"));
        return (bench, string.Create(CultureInfo.InvariantCulture, $"/o/college/students/{levels[0].EnrolmentId}"));
    }
}
