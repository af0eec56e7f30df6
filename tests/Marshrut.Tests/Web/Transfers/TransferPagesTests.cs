using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Transfers;
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
        var person = queue.Document.QuerySelector("th a[href^='/o/centre/queue/']")!.GetAttribute("href")!;
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
    public async Task A_row_is_answered_by_its_own_button_and_people_are_shared_out_evenly(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var centre = await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre", name: "Центр занятости Верхнереченска");
        var bench = new HandoverBench(site.Services, site.Clock, college, centre);
        await bench.Agree();
        await bench.Send(await bench.Confirmed(Line(1, "Вязова"), Line(2, "Грабова"), Line(3, "Дубова"), Line(4, "Елова"), Line(5, "Ивина")));
        using var head = await site.SignIn(Role.EmploymentHead, centre);
        using var specialist = await site.SignIn(Role.EmploymentSpecialist, centre);
        var queue = await head.Get("/o/centre/queue");
        var ids = queue.Document.QuerySelectorAll("input[name=ids]").Select(box => box.GetAttribute("value")!).ToList();
        ids.Count.ShouldBe(5);

        (await head.Press(queue, "Принять", ("ids", ids[1]), ("only", ids[0]))).Location.ShouldBe("/o/centre/queue");
        (await bench.Items()).Count(item => item.State == TransferItemState.Accepted).ShouldBe(1, "only the row's own person, whoever is ticked");
        await head.Press(await head.Get("/o/centre/queue"), "Принять отмеченных", ("ids", ids[1]), ("ids", ids[2]), ("ids", ids[3]), ("curator", "evenly"));
        var shared = (await bench.Items()).Where(item => item.CuratorId is not null).CountBy(item => item.CuratorId!.Value).Select(group => group.Value).Order().ToList();
        shared.ShouldBe([1, 2]);
        var told = await head.Press(await head.Get("/o/centre/queue"), "Принять отмеченных", ("curator", "evenly"));
        told.Text.ShouldContain("Никто не выбран");
        told.Document.QuerySelector("input[name=curator][value=evenly]")!.HasAttribute("checked").ShouldBeTrue("what was chosen stays");

        var back = await head.Post("/o/centre/queue?handler=Return", [new("__RequestVerificationToken", told.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("only", ids[4])]);
        back.Location.ShouldBe("/o/centre/queue/return?ids=" + ids[4]);
        await bench.Return([long.Parse(ids[4], System.Globalization.CultureInfo.InvariantCulture)]);

        var accepted = await head.Get("/o/centre/queue/answered");
        accepted.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(4);
        accepted.Document.QuerySelectorAll("th a[href^='/o/centre/cases/']").Length.ShouldBe(4);
        var returned = await head.Get("/o/centre/queue/answered?what=returned");
        returned.Text.ShouldContain("не удалось связаться");
        new[] { "Вязова", "Грабова", "Дубова", "Елова", "Ивина" }.Where(name => returned.Text.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty("the purpose is over");
        (await head.Get("/o/centre/queue/answered?after=нет.такого")).Status.ShouldBe(HttpStatusCode.OK);
        (await head.Get("/o/centre/queue/answered?after=99999999999999999999.1")).Status.ShouldBe(HttpStatusCode.OK);
        (await specialist.Get("/o/college/queue/answered")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task Whoever_came_by_himself_is_added_with_a_case_in_one_form(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var centre = await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre");
        using var specialist = await site.SignIn(Role.EmploymentSpecialist, centre);
        (string, string)[] person = [("Input.LastName", "Ольхова"), ("Input.FirstName", "Вера"), ("Input.BirthDate", "01.05.2007"), ("Study.ProgrammeCode", "09.02.07"), ("Study.GraduationYear", "2026")];

        var added = await specialist.Press(await specialist.Get("/o/centre/students/add"), "Добавить человека", person);

        added.Location!.ShouldStartWith("/o/centre/cases/");
        (await specialist.Get(added.Location!)).Text.ShouldContain("сопровождение открыто. Куратор — вы.");
        person[0] = ("Input.LastName", "Липова");
        var alone = await specialist.Press(await specialist.Get("/o/centre/students/add"), "Добавить человека", [.. person, ("OpenCase", "false")]);
        alone.Location!.ShouldStartWith("/o/centre/students/");
        (await site.Read(centre, db => Task.FromResult(db.Cases.Count()))).ShouldBe(1);
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
