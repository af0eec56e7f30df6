using System.Net;
using System.Text.RegularExpressions;
using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Web.Profiling.Campaigns;

/// <summary>A campaign by the pages of the centre and of the person, without script and with antiforgery.</summary>
public partial class CampaignPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_centre_asks_and_a_person_answers_by_a_code(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, campaign, specialist) = await Started(site);
        using var staff = specialist;
        var codes = await staff.Get(campaign + "/codes");
        var code = CodeIn().Match(codes.Document.QuerySelector(".slip-code")!.TextContent).Value;
        (await staff.Get(campaign + "/poster")).Document.QuerySelector("svg").ShouldNotBeNull();

        using var person = site.NewVisitor();
        (await person.Get("/q/answers")).Location.ShouldBe("/q");
        (await person.Get("/q/done")).Location.ShouldBe("/q");
        var entry = await person.Get("/q");
        var refused = await person.Press(entry, "Открыть анкету", ("Code", code), ("Birth", "01.01.2001"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("не подошли");
        var born = await site.Read(college, db => db.Invitations.OrderBy(row => row.Id).Select(row => db.People.Single(one => one.Id == row.PersonId).BirthDate).FirstAsync(Cancel));
        (await person.Press(refused, "Открыть анкету", ("Code", code.ToLowerInvariant()), ("Birth", born.ToString("dd.MM.yyyy")))).Location.ShouldBe("/q/answers");

        var agree = await person.Get("/q/answers");
        agree.Text.ShouldContain("Был ли у вас опыт, практика или стажировка по специальности?"); // in the consent
        agree.Text.ShouldContain("Заречный колледж");
        (await person.Press(agree, "Согласен, начать")).Location.ShouldBe("/q/answers");
        var form = await person.Get("/q/answers");
        var unfinished = await person.Press(form, "Отправить ответы", ("A[experience]", "yes"), ("A[after]", "searching"));
        unfinished.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unfinished.Document.QuerySelector("input[name='A[experience]'][value=yes]")!.HasAttribute("checked").ShouldBeTrue();
        var keep = await person.Post("/q/answers?handler=Keep", Fields(form, ("A[experience]", "yes")));
        keep.Status.ShouldBe(HttpStatusCode.NoContent);
        (await person.Get("/q/answers")).Document.QuerySelector("input[name='A[experience]'][value=yes]")!.HasAttribute("checked").ShouldBeTrue();
        (await person.Post("/q/answers?handler=Keep", [new("A[experience]", "yes")])).Status.ShouldBe(HttpStatusCode.BadRequest); // no token

        var sent = await person.Press(unfinished, "Отправить ответы", ("A[experience]", "yes"), ("A[events]", "yes"), ("A[cv]", "no"), ("A[after]", "searching"), ("A[leave]", "no"), ("A[help]", "cv"));
        sent.Location.ShouldBe("/q/done");
        (await person.Get("/q/done")).Text.ShouldContain("Спасибо");
        (await person.Press(unfinished, "Отправить ответы", ("A[experience]", "yes"), ("A[events]", "yes"), ("A[cv]", "no"), ("A[after]", "searching"), ("A[leave]", "no"), ("A[help]", "cv"))).Location.ShouldBe("/q/done");
        (await site.Read(college, db => db.Responses.Select(row => row.Way).SingleAsync(Cancel))).ShouldBe(ResponseWay.ByLink); // the second press wrote nothing
        (await site.Read(college, db => db.ClientRequests.Select(row => row.Type).SingleAsync(Cancel))).ShouldBe("cv");

        var show = await staff.Get(campaign);
        show.Text.ShouldContain("из 2");
        (await staff.Get(campaign + "?view=groups")).Text.ShouldContain("1 из 2");

        // «Закрыть» leaves this device.
        (await person.Press(await person.Get("/q/answers"), "Закрыть")).Location.ShouldBe("/q");
        (await person.Get("/q/answers")).Location.ShouldBe("/q");
    }

    [Theory, BothDatabases]
    public async Task A_link_is_used_up_by_a_press_and_not_by_a_look(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, _, specialist) = await Started(site);
        using var staff = specialist;
        var links = site.Services.GetRequiredService<PersonalLinks>();
        var invitation = await site.Read(college, async db =>
        {
            var first = await db.Invitations.OrderBy(row => row.Id).FirstAsync(Cancel);
            first.Mailed(site.Clock.GetUtcNow().UtcDateTime, byAsking: false, site.Clock.Today);
            await db.SaveChangesAsync(Cancel);
            return first;
        });
        var link = "/q/l/" + links.Token(invitation.Id, 1);
        using var scanner = site.NewVisitor();
        using var person = site.NewVisitor();
        using var thief = site.NewVisitor();
        for (var look = 0; look < 3; look++)
        {
            (await scanner.Get(link)).Text.ShouldContain("Открыть анкету");
        }

        (await person.Press(await person.Get(link), "Открыть анкету")).Location.ShouldBe("/q/answers");
        (await person.Get("/q/answers")).Text.ShouldContain("Здравствуйте");
        (await person.Press(await person.Get(link), "Открыть анкету")).Location.ShouldBe("/q/answers"); // the same device goes on

        var used = await thief.Get(link);
        used.Text.ShouldContain("Ссылку уже открывали.");
        used.Text.ShouldNotContain("Здравствуйте"); // nobody is named to who has not pressed
        (await thief.Press(used, "Прислать новую ссылку")).Text.ShouldContain("Проверьте почту.");
        (await thief.Get("/q/answers")).Location.ShouldBe("/q");
        var changed = link[..^2] + (link[^2] == 'A' ? 'B' : 'A') + link[^1];
        (await thief.Get(changed)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await thief.Get("/q/l/" + links.Token(invitation.Id + 1000, 1))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await person.Press(await person.Get("/q/stop/" + links.Token(invitation.Id, 1)), "Не присылать письма")).Text.ShouldContain("Больше не пишем.");
        (await site.Read(college, db => db.Invitations.Where(row => row.NoLetters).CountAsync(Cancel))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task The_wall_says_the_same_to_every_address_and_a_foreign_campaign_is_not_there(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, campaign, specialist) = await Started(site);
        using var staff = specialist;
        await site.Read(college, async db =>
        {
            (await db.People.OrderBy(row => row.Id).FirstAsync(Cancel)).Email = "olhova@stud.example";
            return await db.SaveChangesAsync(Cancel);
        });
        var wall = CodeIn().Match((await staff.Get(campaign + "/poster")).Document.QuerySelector(".slip-code")!.TextContent).Value;
        using var person = site.NewVisitor();
        var page = await person.Get("/q/w/" + wall);
        var known = await person.Press(page, "Прислать ссылку", ("Email", "olhova@stud.example"));
        var unknown = await person.Press(page, "Прислать ссылку", ("Email", "nobody@stud.example"));
        known.Text.ShouldBe(unknown.Text);
        (await site.Read(college, db => db.Letters.Select(letter => letter.To).ToListAsync(Cancel))).ShouldBe(["olhova@stud.example"]);
        (await person.Press(await person.Get("/q"), "Открыть анкету", ("Code", wall), ("Birth", ""))).Location.ShouldBe("/q/w/" + wall);
        (await person.Get("/q/w/2222-2222")).Status.ShouldBe(HttpStatusCode.NotFound);

        using var stranger = await site.SignIn(Role.CareerCentreHead, await site.AddOrganization(OrganizationKind.College, "other"));
        foreach (var path in new[] { campaign, campaign + "/codes", campaign + "/poster" })
        {
            (await stranger.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.Get("/o/other" + path["/o/college".Length..])).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var stopped = await staff.Open((await staff.Press(await staff.Get(campaign), "Остановить опрос")).Location!);
        stopped.Text.ShouldContain("остановлен");
        (await person.Get("/q/w/" + wall)).Text.ShouldContain("сейчас не идёт");
    }

    [Theory, BothDatabases]
    public async Task A_wrong_campaign_is_refused_and_what_was_chosen_stays(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        using var staff = await site.SignIn(Role.CareerCentreSpecialist, college);
        (await staff.Get("/o/college/campaigns")).Text.ShouldContain("Опросов пока не было");
        var page = await staff.Press(await staff.Get("/o/college/campaigns/new"), "Посчитать людей", ("Questionnaire", "graduate"));
        page.Text.ShouldContain("Сейчас там никого нет.");
        page.Document.QuerySelector("input[name=Title]")!.GetAttribute("value").ShouldBe("Выпускник: как дела с работой");
        var refused = await staff.Press(page, "Начать опрос", ("EndsOn", "завтра"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Не поняли дату «завтра»");
        refused.Document.QuerySelector("input[name=EndsOn]")!.GetAttribute("value").ShouldBe("завтра");
        (await staff.Press(refused, "Начать опрос", ("EndsOn", "01.12.2026"))).Text.ShouldContain("никого нет");
        (await staff.Get("/o/college/campaigns/77")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(Organization College, string Campaign, Visitor Staff)> Started(TestSite site)
    {
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var bench = new HandoverBench(site.Services, site.Clock, college, await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre"));
        await bench.Proposed(Line(1, "Ольхова", orphan: "нет"), Line(2, "Тополев", orphan: "нет"));
        var staff = await site.SignIn(Role.CareerCentreSpecialist, college);
        var page = await staff.Press(await staff.Get("/o/college/campaigns/new"), "Посчитать людей", ("Questionnaire", "last-course"));
        page.Text.ShouldContain("2 человека");
        var started = await staff.Press(page, "Начать опрос");
        return (college, started.Location.ShouldNotBeNull(), staff);
    }

    private static List<KeyValuePair<string, string>> Fields(Answer page, params (string Name, string Value)[] values) =>
    [
        .. page.Document.QuerySelectorAll("form[data-answering] input[type=hidden]").Select(input => new KeyValuePair<string, string>(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")),
        .. values.Select(value => new KeyValuePair<string, string>(value.Name, value.Value)),
    ];

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}")]
    private static partial Regex CodeIn();
}
