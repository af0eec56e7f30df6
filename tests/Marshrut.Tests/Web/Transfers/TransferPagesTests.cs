using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Web.Transfers;

public class TransferPagesTests
{
    [Theory, BothDatabases]
    public async Task People_go_from_the_confirmed_list_to_the_queue_and_the_answer_comes_back(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var centre = await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre", name: "Центр занятости Верхнереченска");
        var bench = new HandoverBench(site.Services, site.Clock, college, centre);
        await bench.Agree();
        await bench.Confirmed(Line(1, "Ольхова"), Line(2, "Липова", consent: ""), Line(3, "Клёнова"));
        using var sender = await site.SignIn(Role.CareerCentreSpecialist, college);
        using var receiver = await site.SignIn(Role.EmploymentHead, centre);

        (await receiver.Get("/o/centre/queue")).Text.ShouldContain("Очередь пуста");
        (await sender.Get("/o/college/risk?tab=confirmed")).Text.ShouldContain("Передать 3 человек в ЦЗН");
        var form = await sender.Get("/o/college/transfers/new?tab=confirmed");
        var draft = (await sender.Press(form, "Проверить 3\u00a0человек", ("Centre", centre.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Kind", "HighRisk"))).Location!;
        var shown = await sender.Get(draft);
        shown.Text.ShouldContain("нет согласия на передачу");
        shown.Text.ShouldContain("Внести согласие");
        (await receiver.Get(draft.Replace("/o/college", "/o/centre", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await receiver.Get("/o/centre/queue")).Text.ShouldContain("Очередь пуста", customMessage: "a draft is the sender's alone");

        var ask = (await sender.Press(shown, "Передать отмеченных…")).Location!;
        var question = await sender.Get(ask);
        question.Text.ShouldContain("Передать 2 человек?");
        var sent = (await sender.Press(question, "Передать 2\u00a0человек")).Location!;
        var again = await sender.Press(question, "Передать 2\u00a0человек");
        again.Status.ShouldBe(HttpStatusCode.Redirect, "a second press sends nobody twice");
        (await sender.Get(sent)).Text.ShouldContain("ждёт ответа");

        var queue = await receiver.Get("/o/centre/queue");
        queue.Text.ShouldContain("Ольхова");
        queue.Text.ShouldNotContain("Липова");
        var person = queue.Document.QuerySelector("a[href^='/o/centre/queue/']:not([href$='places'])")!.GetAttribute("href")!;
        var card = await receiver.Get(person);
        card.Text.ShouldContain("Кому звонить в центр карьеры");
        (await receiver.Press(card, "Спросить", ("text", ""))).Text.ShouldContain("Напишите, что уточнить.");
        (await receiver.Press(card, "Спросить", ("text", "Когда удобно звонить?"))).Location.ShouldBe(person);
        var accepted = await receiver.Press(await receiver.Get(person), "Принять");
        accepted.Location.ShouldBe("/o/centre/queue");
        var undone = await receiver.Press(await receiver.Get("/o/centre/queue"), "Отменить");
        (await receiver.Get(undone.Location!)).Text.ShouldContain("Приём отменён: 1 человек снова ждёт ответа.");
        (await sender.Get(sent)).Text.ShouldContain("ждёт ответа");
        await receiver.Press(await receiver.Get(person), "Принять");

        var back = await sender.Get(sent);
        back.Text.ShouldContain("принят");
        back.Text.ShouldContain("ждёт куратора");
        (await receiver.Get("/o/centre/students")).Text.ShouldContain("Клёнова");
    }

    [Theory, BothDatabases]
    public async Task A_return_asks_for_a_reason_and_a_foreign_centre_finds_no_page(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        var centre = await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre");
        var stranger = await site.AddOrganization(OrganizationKind.EmploymentCentre, "stranger");
        var bench = new HandoverBench(site.Services, site.Clock, college, centre);
        await bench.Agree();
        await bench.Send(await bench.Confirmed(Line(1, "Ольхова")));
        var item = (await bench.Items()).Single().Id;
        using var receiver = await site.SignIn(Role.EmploymentSpecialist, centre);
        using var other = await site.SignIn(Role.EmploymentHead, stranger);
        using var sender = await site.SignIn(Role.CareerCentreSpecialist, college);

        (await other.Get($"/o/stranger/queue/{item}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Get($"/o/centre/queue/{item}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sender.Get("/o/college/queue")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await receiver.Get("/o/centre/transfers/new")).Status.ShouldBe(HttpStatusCode.NotFound);

        var form = await receiver.Get($"/o/centre/queue/return?ids={item}");
        var wrong = await receiver.Press(form, "Вернуть 1\u00a0человека", ("Reason", "Other"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("Напишите причину своими словами");
        (await receiver.Press(wrong, "Вернуть 1\u00a0человека", ("Reason", "Other"), ("Note", "Номер не отвечает"))).Location.ShouldBe("/o/centre/queue");
        (await receiver.Get($"/o/centre/queue/{item}")).Text.ShouldNotContain("Ольхова");
        (await sender.Get("/o/college/transfers")).Text.ShouldContain("№ 1");
    }

    [Theory, BothDatabases]
    public async Task The_first_page_of_each_side_says_what_waits_and_leads_there(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        var centre = await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre");
        var bench = new HandoverBench(site.Services, site.Clock, college, centre);
        await bench.Agree();
        await bench.Send(await bench.Confirmed(Line(1, "Ольхова"), Line(2, "Липова")));
        using var head = await site.SignIn(Role.EmploymentHead, centre);
        using var specialist = await site.SignIn(Role.EmploymentSpecialist, centre);
        using var sender = await site.SignIn(Role.CareerCentreSpecialist, college);
        static string? Count(Answer page, string title) => page.Document.QuerySelector($".tasks a[aria-label^='{title}']")?.TextContent;
        static string? Href(Answer page, string title) => page.Document.QuerySelector($".tasks a[aria-label^='{title}']")?.GetAttribute("href");

        (await sender.Get("/o/college")).Text.ShouldNotContain("Вопросы от центра занятости");
        var home = await head.Get("/o/centre");
        home.Text.ShouldNotContain("Реестр ещё пуст", customMessage: "people who wait are more than an empty register");
        (Count(home, "Переданные люди"), Href(home, "Переданные люди")).ShouldBe(("2", "/o/centre/queue"));

        var item = (await bench.Items())[0].Id;
        await head.Press(await head.Get($"/o/centre/queue/{item}"), "Спросить", ("text", "Когда удобно звонить?"));
        var asked = await sender.Get("/o/college");
        (Count(asked, "Вопросы"), Href(asked, "Вопросы")).ShouldBe(("1", $"/o/college/transfers/people/{item}"));

        await head.Press(await head.Get($"/o/centre/queue/{item}"), "Принять");
        (await sender.Get("/o/college")).Text.ShouldNotContain("Вопросы от центра занятости", customMessage: "who was taken over is asked about no more");
        home = await head.Get("/o/centre");
        (Count(home, "Переданные люди"), Count(home, "Без куратора"), Href(home, "Без куратора")).ShouldBe(("1", "1", "/o/centre/cases?tab=uncurated"));
        (await head.Get("/o/centre/cases?tab=uncurated")).Status.ShouldBe(HttpStatusCode.OK);
        Count(await specialist.Get("/o/centre"), "Без куратора").ShouldBe("1", "whoever is free takes them");
    }
}
