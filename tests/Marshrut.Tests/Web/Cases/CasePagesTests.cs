using System.Globalization;
using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Marshrut.Web.Pages.Cases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Web.Cases;

/// <summary>The present day is 23 November 2026.</summary>
public class CasePagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "Сегодня звонить некому")]
    [InlineData(1, "Сегодня пора связаться с одним человеком")]
    [InlineData(2, "Сегодня пора связаться с 2\u00A0людьми")]
    [InlineData(11, "Сегодня пора связаться с 11\u00A0людьми")]
    [InlineData(21, "Сегодня пора связаться с 21\u00A0человеком")]
    public void Who_is_to_be_called_today_is_counted_in_words(int due, string words) => IndexModel.DueWords(due).ShouldBe(words);

    [Theory, BothDatabases]
    public async Task A_curator_calls_writes_down_and_ends_and_the_college_sees_the_outcome_alone(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, ids) = await Accepted(site, "Ольхова", "Липова");
        using var head = await site.SignIn(Role.EmploymentHead, bench.Centre);
        using var curator = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
        using var college = await site.SignIn(Role.CareerCentreSpecialist, bench.College);

        (await curator.Get("/o/centre/cases")).Text.ShouldContain("Пока никого нет");
        var list = await head.Get("/o/centre/cases?tab=uncurated");
        list.Text.ShouldContain("Ольхова");
        var user = list.Document.QuerySelectorAll("select[name=to] option").Select(option => option.GetAttribute("value")!).Where(value => value.Length > 0).ToList();
        user.Count.ShouldBe(2);
        (await head.Press(list, "Назначить куратора")).Text.ShouldContain("Никто не выбран");
        var specialist = await site.Read(bench.Centre, db => db.Users.Where(row => db.Memberships.Any(post => post.UserId == row.Id && post.Role == Role.EmploymentSpecialist)).Select(row => row.Id).SingleAsync(Cancel));
        var assigned = await head.Press(list, "Назначить куратора", ("ids", Text(ids[0])), ("to", Text(specialist)));
        var answered = await head.Get(assigned.Location!);
        answered.Text.ShouldContain("Куратор назначен: 1 человек");
        var undone = await head.Press(answered, "Отменить");
        list = await head.Get(undone.Location!);
        list.Text.ShouldContain("Назначение отменено: 1 человек");
        (await head.Get((await head.Press(answered, "Отменить")).Location!)).Text.ShouldContain("Отменять нечего", Case.Sensitive, "a second press");
        await head.Press(list, "Назначить куратора", ("ids", Text(ids[0])), ("to", Text(specialist)));

        var mine = await curator.Get("/o/centre/cases");
        mine.Text.ShouldContain("Ольхова", Case.Sensitive);
        mine.Text.ShouldNotContain("Липова");
        var path = $"/o/centre/cases/{ids[0]}";
        var card = await curator.Get(path);
        card.Text.ShouldContain("Кому звонить в центр карьеры");
        var bad = await curator.Press(card, "Поговорили", ("Result", "Spoke"), ("Next", "завтра"), ("Note", "ищет место"));
        bad.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        bad.Text.ShouldContain("Не поняли дату");
        bad.Document.QuerySelector("textarea[name=Note]")!.TextContent.ShouldContain("ищет место");
        (await curator.Press(bad, "Поговорили", ("Result", "Spoke"), ("Next", "01.12.2026"))).Location.ShouldBe(path);
        (await curator.Get(path)).Text.ShouldContain("Звонок: поговорили, следующий разговор 01.12.2026");

        var slow = await curator.Get(path);
        await curator.Press(slow, "Добавить заметку", ("Text", "мать против переезда"));
        await curator.Press(await curator.Get(path), "Не ответил", ("Result", "NoAnswer"));
        var told = await curator.Press(slow, "Завершить сопровождение", ("Outcome", "EmployedInField"), ("On", "20.11.2026"), ("Employer", "ООО «Берег»"), ("Evidence", "показал договор"));
        told.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        told.Text.ShouldContain("звонок: не ответил");
        told.Document.QuerySelector("details[open] input[name=Employer]")!.GetAttribute("value").ShouldBe("ООО «Берег»");
        (await curator.Press(told, "Завершить сопровождение")).Location.ShouldBe(path);
        (await curator.Get(path)).Text.ShouldContain("Как дела на работе");

        var student = await site.Read(bench.College, db => db.Enrolments.Where(row => row.SortName.StartsWith("ОЛЬХОВА")).Select(row => row.Id).SingleAsync(Cancel));
        var seen = await college.Get($"/o/college/students/{student}");
        seen.Text.ShouldContain("работает по направлению подготовки");
        seen.Text.ShouldNotContain("переезда");
        seen.Text.ShouldNotContain("Берег");
        (await college.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task A_person_who_moved_is_passed_on_from_a_page_that_says_what_will_happen(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, ids) = await Accepted(site, "Ольхова");
        using var head = await site.SignIn(Role.EmploymentHead, bench.Centre);
        var path = $"/o/centre/cases/{ids[0]}";
        (await head.Get(path)).Document.QuerySelector($"a[href='{path}/pass-on']").ShouldNotBeNull();
        (await head.Get(path + "/pass-on")).Text.ShouldContain("Других центров вашей службы в программе нет");
        var other = await site.AddOrganization(OrganizationKind.EmploymentCentre, "other-centre");
        using var neighbour = await site.SignIn(Role.EmploymentHead, other);
        await site.Read(bench.Centre, db => db.Organizations.Where(row => row.Id == other.Id || row.Id == bench.Centre.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Inn, HandoverBench.Inn), Cancel));

        var form = await head.Get(path + "/pass-on");
        form.Text.ShouldContain("Ваши заметки и файлы останутся у вас");
        var empty = await head.Press(form, "Передать и завершить здесь", ("Words", "Переехал в Каменку"));
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("Выберите центр занятости");
        empty.Document.QuerySelector("textarea[name=Words]")!.TextContent.ShouldContain("Переехал в Каменку");
        (await neighbour.Get($"/o/other-centre/cases/{ids[0]}/pass-on")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await head.Press(empty, "Передать и завершить здесь", ("To", Text(other.Id)))).Location.ShouldBe(path);

        var card = (await head.Get(path)).Text;
        card.ShouldContain("передан в другой центр занятости");
        card.ShouldContain("Переехал в Каменку");
        (await head.Get(path + "/pass-on")).Text.ShouldContain("Передавать некого");
        await site.RunWaitingJobs();
        (await neighbour.Get("/o/other-centre/queue")).Text.ShouldContain("Ольхова");
    }

    [Theory, BothDatabases]
    public async Task A_morning_goes_from_person_to_person_until_nobody_is_left(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, ids) = await Accepted(site, "Ольхова", "Липова");
        using var curator = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
        (await curator.Get("/o/centre/morning")).Text.ShouldContain("Сегодня звонить некому");
        using var head = await site.SignIn(Role.EmploymentHead, bench.Centre);
        var list = await head.Get("/o/centre/cases?tab=uncurated");
        var own = await site.Read(bench.Centre, db => db.Memberships.Where(post => post.Role == Role.EmploymentSpecialist).Select(post => post.UserId).SingleAsync(Cancel));
        await head.Press(list, "Назначить куратора", ("ids", Text(ids[0])), ("to", Text(own)));
        await head.Press(list, "Назначить куратора", ("ids", Text(ids[1])), ("to", Text(own)));

        var first = await curator.Get("/o/centre/morning");
        first.Text.ShouldContain("2 звонка впереди, сделано 0");
        first.Text.ShouldContain("познакомиться");
        first.Text.ShouldContain("Познакомиться, рассказать");
        var skipped = await curator.Get(first.Document.QuerySelector("a[data-key=s]")!.GetAttribute("href")!);
        skipped.Document.QuerySelector(".morning-person h2")!.TextContent.ShouldNotBe(first.Document.QuerySelector(".morning-person h2")!.TextContent);
        (await curator.Press(first, "Поговорили", ("Result", "Spoke"), ("Next", "когда-нибудь"))).Text.ShouldContain("Не поняли дату");
        (await curator.Press(first, "Поговорили", ("Result", "Spoke"))).Location.ShouldBe("/o/centre/morning");
        var second = await curator.Get("/o/centre/morning");
        second.Text.ShouldContain("1 звонок впереди, сделано 1");
        await curator.Press(second, "Не ответил", ("Result", "NoAnswer"));
        (await curator.Get("/o/centre/morning")).Text.ShouldContain("На сегодня всё");
        (await curator.Post($"/o/centre/morning?id={ids[0]}", [new("Result", "Spoke")])).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, BothDatabases]
    public async Task Another_centre_finds_nothing_and_every_form_asks_for_its_token(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, ids) = await Accepted(site, "Ольхова");
        var other = await site.AddOrganization(OrganizationKind.EmploymentCentre, "other");
        using var foreigner = await site.SignIn(Role.EmploymentHead, other);
        using var own = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
        (await foreigner.Get("/o/other/cases")).Text.ShouldNotContain("Ольхова");
        (await foreigner.Get($"/o/other/cases/{ids[0]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var token = (await foreigner.Get("/sign-in")).Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? (await foreigner.Get("/o/other/students/add")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "Contact", "Note", "Assign", "Pause", "Wake", "Close", "Reopen", "Needs", "Attach", "RemoveFile", "Tell" })
        {
            (await own.Post($"/o/centre/cases/{ids[0]}?handler={handler}", [new("Text", "без ключа")])).Status.ShouldBe(HttpStatusCode.BadRequest, handler);
            (await foreigner.Post($"/o/other/cases/{ids[0]}?handler={handler}", [new("__RequestVerificationToken", token), new("Text", "чужое"), new("Way", "Call"), new("Result", "Spoke")]))
                .Status.ShouldBe(HttpStatusCode.NotFound, handler);
        }

        (await site.Read(bench.Centre, db => db.CaseEntries.CountAsync(Cancel))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Somebody_who_came_by_himself_is_worked_with_from_his_card(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, _) = await Accepted(site, "Ольхова");
        await new HandoverBench(site.Services, site.Clock, bench.Centre, bench.Centre).Proposed(Line(1, "Самойлова"));
        using var curator = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
        var study = await site.Read(bench.Centre, db => db.Enrolments.Where(row => row.SortName.StartsWith("САМОЙЛОВА")).Select(row => row.Id).SingleAsync(Cancel));

        var opened = await curator.Press(await curator.Get($"/o/centre/students/{study}"), "Открыть сопровождение");

        var card = await curator.Get(opened.Location!);
        card.Text.ShouldContain("Обратился сам");
        card.Text.ShouldContain("Сопровождение открыто. Куратор — вы.");
        (await curator.Get("/o/centre/cases")).Text.ShouldContain("Самойлова");
        (await curator.Press(card, "Приостановить", ("Until", "01.06.2027"), ("Reason", "служба"), ("Seen", "1"))).Location.ShouldBe(opened.Location);
        (await curator.Get(opened.Location!)).Text.ShouldContain("Вернёмся к человеку 01.06.2027");
    }

    [Theory, BothDatabases]
    public async Task A_curator_writes_needs_files_and_applications_and_both_sides_talk(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, ids) = await Accepted(site, "Ольхова");
        using var curator = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
        using var college = await site.SignIn(Role.CareerCentreSpecialist, bench.College);
        var path = $"/o/centre/cases/{ids[0]}";

        (await curator.Press(await curator.Get(path), "Сохранить", ("Needs", "FirstJob"), ("NeedWords", "хочет в город"))).Location.ShouldBe(path);
        (await curator.Get(path)).Text.ShouldContain("хочет в город");

        (await curator.Press(await curator.Get(path), "Приложить файл")).Text.ShouldContain("Выберите файл");
        (await curator.Upload(await curator.Get(path), "договор.exe", "MZ"u8.ToArray())).Text.ShouldContain("Такой файл не подходит");
        (await curator.Upload(await curator.Get(path), "договор.pdf", "%PDF-1.4"u8.ToArray())).Location.ShouldBe(path);
        var card = await curator.Get(path);
        var file = card.Document.QuerySelectorAll("a[data-download]").Select(link => link.GetAttribute("href")!).Single(href => href.Contains("handler=File", StringComparison.Ordinal));
        (await curator.Get(file)).Status.ShouldBe(HttpStatusCode.OK);
        (await college.Get(file)).Status.ShouldBe(HttpStatusCode.NotFound);

        var blank = await curator.Get(path + "/applications");
        var refused = await curator.Press(blank, "Записать", ("Kind", "JobSearch"), ("FiledOn", "вчера"), ("Number", "Н-17"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Не поняли дату");
        refused.Document.QuerySelector("input[name=Number]")!.GetAttribute("value").ShouldBe("Н-17");
        (await curator.Press(refused, "Записать", ("FiledOn", "20.11.2026"))).Location.ShouldBe(path);
        (await curator.Get(path)).Text.ShouldContain("Н-17");
        (await college.Get(path + "/applications")).Status.ShouldBe(HttpStatusCode.NotFound);

        var item = (await bench.Items()).Single().Id;
        var handed = await college.Get($"/o/college/transfers/people/{item}");
        (await college.Press(handed, "Отправить", ("said", "Мама просит звонить после шести"))).Location!.ShouldContain($"/people/{item}");
        (await curator.Get(path)).Text.ShouldContain("Мама просит звонить после шести");
        (await curator.Press(await curator.Get(path), "Отправить", ("said", " "))).Text.ShouldContain("Напишите сообщение");
        (await curator.Press(await curator.Get(path), "Отправить", ("said", "Дозвонились"))).Location.ShouldBe(path);
        var answer = await college.Get($"/o/college/transfers/people/{item}");
        answer.Text.ShouldContain("Дозвонились");
        answer.Text.ShouldNotContain("хочет в город");
    }

    [Theory, BothDatabases]
    public async Task A_file_of_the_portal_is_looked_at_then_written_or_put_away(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, _) = await Accepted(site, "Ольхова");
        using var curator = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
        var start = await curator.Get("/o/centre/cases/applications");
        (await curator.Upload(start, "portal.csv", [])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var staged = await curator.Upload(start, "portal.csv", "СНИЛС;Госуслуга;Резюме\n112-233-445 95;Поиск работы;да"u8.ToArray());
        var check = await curator.Get(staged.Location!);
        check.Text.ShouldContain("Человека с этим СНИЛС нет среди тех, кого сопровождает ваш центр");
        check.Document.QuerySelectorAll("form button").Single(button => button.TextContent.Trim() == "Записать").HasAttribute("disabled").ShouldBeTrue("nothing to write");
        (await curator.Press(check, "Пересчитать", ("Chosen[1]", "service"))).Location.ShouldBe(staged.Location);
        (await curator.Get(staged.Location!)).Text.ShouldContain("Не нашли столбец «Дата подачи»");
        (await curator.Press(await curator.Get(staged.Location!), "Убрать файл")).Location.ShouldBe("/o/centre/cases/applications");
        (await curator.Get(staged.Location!)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task A_leave_is_written_down_and_the_number_of_attempts_is_the_heads(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (bench, _) = await Accepted(site, "Ольхова");
        using var head = await site.SignIn(Role.EmploymentHead, bench.Centre);
        using var curator = await site.SignIn(Role.EmploymentSpecialist, bench.Centre);
        var page = await head.Get("/o/centre/cases/rules");
        var staff = page.Document.QuerySelectorAll("select[name=Curator] option").Select(option => option.GetAttribute("value")!).Where(value => value.Length > 0).ToList();

        var refused = await head.Press(page, "Записать отпуск", ("Curator", staff[0]), ("Cover", staff[1]), ("From", "23.11.2026"), ("Until", "потом"));
        refused.Text.ShouldContain("Не поняли дату");
        refused.Document.QuerySelector("input[name=From]")!.GetAttribute("value").ShouldBe("23.11.2026");
        (await head.Press(refused, "Записать отпуск", ("Until", "30.11.2026"))).Location.ShouldBe("/o/centre/cases/rules");
        (await head.Get("/o/centre/cases/rules")).Text.ShouldContain("23.11.2026 – 30.11.2026");
        (await head.Press(await head.Get("/o/centre/cases/rules"), "Вышел раньше")).Location.ShouldBe("/o/centre/cases/rules");

        (await head.Press(await head.Get("/o/centre/cases/rules"), "Сохранить", ("Attempts", "99"))).Text.ShouldContain("от 2 до 10");
        (await head.Press(await head.Get("/o/centre/cases/rules"), "Сохранить", ("Attempts", "5"))).Location.ShouldBe("/o/centre/cases/rules");
        (await curator.Get("/o/centre/cases/rules")).Text.ShouldContain("После 5 попыток подряд");
    }

    private static async Task<(HandoverBench Bench, List<long> Cases)> Accepted(TestSite site, params string[] surnames)
    {
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var centre = await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre", name: "Центр занятости Верхнереченска");
        var bench = new HandoverBench(site.Services, site.Clock, college, centre);
        await bench.Agree();
        await bench.Send(await bench.Confirmed([.. surnames.Select((surname, number) => Line(number + 1, surname))]));
        await bench.Accept([.. (await bench.Items()).Select(item => item.Id)]);
        var ids = await site.Read(centre, db => db.Cases.OrderByDescending(row => row.SortName).Select(row => row.Id).ToListAsync(Cancel));
        return (bench, ids);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
