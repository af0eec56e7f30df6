using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Web.Notifications;

public class NoticePagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_bell_counts_a_notice_leads_to_its_place_and_all_are_read_at_once(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var centre = await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre", name: "Центр занятости Верхнереченска");
        using var head = await site.SignIn(Role.EmploymentHead, centre);
        using var foreigner = await site.SignIn(Role.CareerCentreSpecialist, college);
        (await head.Get("/account/notices")).Text.ShouldContain("Уведомлений пока нет");
        var bench = new HandoverBench(site.Services, site.Clock, college, centre);
        await bench.Agree();
        var people = await bench.Confirmed(Line(1, "Ольхова"), Line(2, "Липова"));
        await bench.Send([people[0]]);
        await bench.Send([people[1]]);

        var home = await head.Get("/o/centre/queue");
        home.Document.QuerySelector(".header-bell b")!.TextContent.ShouldBe("2");
        var list = await head.Get("/account/notices");
        list.Text.ShouldContain("Новая передача: 1");
        list.Text.ShouldNotContain("Ольхова");
        var link = list.Document.QuerySelector(".notice-list a")!.GetAttribute("href")!;
        (await foreigner.Get(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Get(link)).Location.ShouldBe("/o/centre/queue");
        (await head.Get("/o/centre/queue")).Document.QuerySelector(".header-bell b")!.TextContent.ShouldBe("1");
        (await head.Press(await head.Get("/account/notices"), "Отметить всё прочитанным")).Location.ShouldBe("/account/notices");
        (await head.Get("/account/notices")).Text.ShouldContain("Всё прочитано");
        (await head.Post("/account/notices?handler=Read", [])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await site.Read(college, db => db.Notices.CountAsync(row => row.ReadAt == null, Cancel))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Letters_are_set_on_the_own_page_and_a_bad_address_keeps_what_was_typed(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        using var user = await site.SignIn(Role.CareerCentreSpecialist, college);

        var bad = await user.Press(await user.Get("/account"), "Записать почту", ("Email", "почта"), ("Way", "AtOnce"));
        bad.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        bad.Text.ShouldContain("Адрес почты не читается");
        bad.Document.QuerySelector("input[name=Email]")!.GetAttribute("value").ShouldBe("почта");
        (await user.Press(bad, "Записать почту", ("Email", "o@example.org"))).Location.ShouldBe("/account");

        (await site.Read(college, db => db.Users.Where(row => row.Email != null).Select(row => new { row.Email, row.MailWay }).SingleAsync(Cancel))).ShouldBe(new { Email = (string?)"o@example.org", MailWay = MailWay.AtOnce });
    }
}
