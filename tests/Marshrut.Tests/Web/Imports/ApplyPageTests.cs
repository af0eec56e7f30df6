using System.Net;
using System.Text;
using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Marshrut.Tests.Web.Cli;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Imports.ImportBench;

namespace Marshrut.Tests.Web.Imports;

/// <summary>What people do to the page that writes a file: press twice, go back, look away while a colleague is quicker.</summary>
public class ApplyPageTests
{
    private const string Rejected = "9;;Вера;01.05.2007;09.02.07;2027;;";

    [Theory, BothDatabases]
    public async Task Two_presses_at_once_write_the_file_once(DatabaseProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        var check = await desk.Upload(Header, Row(1), Row(2));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Visitor.Press(check, Write(2))));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Found && answer.Location!.EndsWith("/progress"));
        await desk.Site.RunWaitingJobs();
        await desk.ShouldHave(people: 2, writings: 1);
        (await desk.Visitor.Open(answers[0].Location!)).Text.ShouldContain("Реестр обновлён");
    }

    [Theory, BothDatabases]
    public async Task A_second_press_after_the_first_says_so_and_writes_nothing_more(DatabaseProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        var check = await desk.Upload(Header, Row(1), Row(2));

        await desk.Visitor.Press(check, Write(2));
        var waiting = await desk.Visitor.Open((await desk.Visitor.Press(check, Write(2))).Location!);
        waiting.Text.ShouldContain("Этот файл уже записывается. Второй раз он не запишется.");
        waiting.Text.ShouldContain("Ждёт очереди");

        await desk.Site.RunWaitingJobs();
        var late = await desk.Visitor.Open((await desk.Visitor.Press(check, Write(2))).Location!);
        late.Text.ShouldContain("Реестр обновлён");
        late.Text.ShouldContain("Этот файл уже записан, второй раз он не записывается.");
        await desk.Site.RunWaitingJobs();
        await desk.ShouldHave(people: 2, writings: 1);
        (await desk.Visitor.Open(late.Path)).Text.ShouldNotContain("второй раз", Case.Sensitive, "it is said once");
    }

    [Theory, BothDatabases]
    public async Task From_pages_that_the_browser_kept_a_written_file_is_neither_put_away_nor_given_other_columns(DatabaseProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        var check = await desk.Upload(Header, Row(1));
        var columns = await desk.Visitor.Get(check.Path + "/columns");
        await desk.Visitor.Press(check, Write(1));
        await desk.Site.RunWaitingJobs();

        var refused = await desk.Visitor.Open((await desk.Visitor.Press(check, "Не\u00a0загружать")).Location!);
        refused.Document.QuerySelectorAll(".message").First(message => message.TextContent.Contains("Этот файл уже записан", StringComparison.Ordinal)).ClassList.ShouldContain("message-wait");
        (await desk.Visitor.Open((await desk.Visitor.Press(columns, "Проверить строки")).Location!)).Text.ShouldContain("Этот файл уже записан");
        (await desk.Visitor.Open(check.Path)).Text.ShouldNotContain("уже записан", Case.Sensitive, "who only looks is led on without a word");
        (await desk.Visitor.Open(columns.Path)).Text.ShouldContain("Реестр обновлён");
        await desk.ShouldHave(people: 1, writings: 1);
    }

    [Theory, BothDatabases]
    public async Task A_file_put_away_or_taken_back_is_not_written_from_a_page_that_the_browser_kept(DatabaseProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        var away = await desk.Upload(Header, Row(1));
        await desk.Visitor.Press(away, "Не\u00a0загружать");
        (await desk.Visitor.Open((await desk.Visitor.Press(away, "Не\u00a0загружать")).Location!)).Text.ShouldContain("Этот файл уже убран");
        (await desk.Visitor.Open((await desk.Visitor.Press(away, Write(1))).Location!)).Text.ShouldContain("Этот файл уже убран");

        var back = await desk.Upload(Header, Row(2));
        await desk.Visitor.Press(back, Write(1));
        await desk.Site.RunWaitingJobs();
        var asked = await desk.Visitor.Get(back.Path + "/summary?undo=true");
        await desk.Visitor.Press(asked, "Отменить запись файла");
        (await desk.Visitor.Open((await desk.Visitor.Press(back, Write(1))).Location!)).Text.ShouldContain("Запись этого файла отменена. Чтобы записать его снова, загрузите файл ещё раз.");
        var twice = await desk.Visitor.Press(asked, "Отменить запись файла");
        twice.Text.ShouldContain("Эта загрузка уже отменена.");

        await desk.Site.RunWaitingJobs();
        await desk.ShouldHave(people: 0, writings: 1);
        (await desk.Site.Read(desk.College, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.ImportUndone))).ShouldBe(1);
        (await desk.Site.Read(desk.College, db => db.AuditEntries.Where(row => row.Action == AuditActions.ImportUndone).Select(row => row.Details).SingleAsync()))
            .ShouldMatch("\"digest\":\"[0-9a-f]{64}\"", "R33: what was taken back is proved without being held");
    }

    [Theory, BothDatabases]
    public async Task All_or_nothing_writes_nothing_while_a_row_is_rejected_and_says_how_to_go_on(DatabaseProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        var check = await desk.Upload(Header, Row(1), Rejected, Row(2));

        var refused = await desk.Visitor.Press(check, Write(2), ("AllOrNothing", "true"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Выбрано «всё или ничего», а отклонённых строк: 1. Исправьте их в файле и загрузите его снова или снимите отметку.");
        refused.Document.QuerySelector("input[name=AllOrNothing]")!.HasAttribute("checked").ShouldBeTrue("what was chosen stays chosen");
        refused.Document.QuerySelectorAll("a").ShouldContain(link => link.TextContent.Contains("Файл с\u00a0ошибками"), "the way to mend it is on the page");
        await desk.Site.RunWaitingJobs();
        await desk.ShouldHave(people: 0, writings: 0);

        await desk.Visitor.Press(refused, Write(2), ("AllOrNothing", "false"));
        await desk.Site.RunWaitingJobs();
        await desk.ShouldHave(people: 2, writings: 1);
    }

    [Theory, BothDatabases]
    public async Task A_file_whose_order_was_lost_is_looked_at_again_before_it_is_written(DatabaseProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        var check = await desk.Upload(Header, Row(1));
        await desk.Site.Read(desk.College, db => db.Imports.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, Marshrut.Core.Imports.ImportState.Queued)));

        var lost = await desk.Visitor.Get(check.Path + "/progress");
        lost.Text.ShouldContain("Запись не идёт.");
        var again = await desk.Visitor.Open((await desk.Visitor.Press(lost, "Проверить и записать")).Location!);
        again.Path.ShouldBe(check.Path);
        await desk.Visitor.Press(again, Write(1));
        await desk.Site.RunWaitingJobs();

        await desk.ShouldHave(people: 1, writings: 1);
    }

    [Theory, BothDatabases]
    public async Task All_or_nothing_with_good_rows_alone_writes_them(DatabaseProvider provider)
    {
        await using var desk = await Desk.Open(provider);

        await desk.Visitor.Press(await desk.Upload(Header, Row(1), Row(2)), Write(2), ("AllOrNothing", "true"));

        await desk.Site.RunWaitingJobs();
        await desk.ShouldHave(people: 2, writings: 1);
    }

    [Theory, BothDatabases]
    public async Task When_the_register_has_changed_since_the_page_was_shown_it_is_shown_anew_before_anything_is_written(DatabaseProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        var seen = await desk.Upload(Header, Row(1), Row(2), Row(3));
        await desk.Visitor.Press(await desk.Upload(Header, Row(1)), Write(1));
        await desk.Site.RunWaitingJobs();

        var anew = await desk.Visitor.Press(seen, Write(3));

        anew.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        anew.Text.ShouldContain("Пока вы смотрели, реестр изменился.");
        await desk.Site.RunWaitingJobs();
        await desk.ShouldHave(people: 1, writings: 1);

        (await desk.Visitor.Press(anew, Write(2))).Status.ShouldBe(HttpStatusCode.Found);
        await desk.Site.RunWaitingJobs();
        await desk.ShouldHave(people: 3, writings: 2);
    }

    [Theory, BothDatabases]
    public async Task A_header_that_stands_far_below_is_pointed_at_and_its_columns_are_remembered(DatabaseProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        string[] lines = [.. Enumerable.Range(1, 24).Select(row => $"Пояснение {row};к отчёту"), "Кто;Имечко;Родился;Что изучает;Уходит", "Ольхова;Вера;01.05.2007;09.02.07;2027"];
        var content = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        var start = await desk.Visitor.Get("/o/college/import");

        var lost = await desk.Visitor.Upload(start, "reestr.csv", content);
        lost.Text.ShouldContain("Не нашли строку с заголовками");
        lost.Document.QuerySelector("details[open] #HeaderRow").ShouldNotBeNull();
        (await desk.Visitor.Upload(lost, "reestr.csv", content, ("HeaderRow", "двадцать"))).Text.ShouldContain("Напишите номер строки числом");
        var columns = await desk.Visitor.Open((await desk.Visitor.Upload(lost, "reestr.csv", content, ("HeaderRow", "25"))).Location!);
        columns.Text.ShouldContain("шапка в строке 25");
        string[] meanings = ["lastName", "firstName", "birthDate", "programmeCode", "graduationYear"];
        var check = await desk.Visitor.Press(columns, "Проверить строки", [.. meanings.Select((meaning, i) => ($"Chosen[{i}]", meaning))]);
        await desk.Visitor.Press(await desk.Visitor.Open(check.Location!), Write(1));
        await desk.Site.RunWaitingJobs();
        await desk.ShouldHave(people: 1, writings: 1);

        // What its columns mean is known by now, and so is where they stand, as far as the program looks.
        var again = await desk.Upload(["Пояснение", lines[24], lines[25]]);
        again.Text.ShouldContain("Без изменений");
    }

    [Theory, BothDatabases]
    public async Task One_file_uploaded_twice_at_once_makes_each_person_once(DatabaseProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        var pages = await Task.WhenAll(desk.Upload(Header, Row(1), Row(2)), desk.Upload(Header, Row(1), Row(2)));
        pages[0].Path.ShouldNotBe(pages[1].Path);

        var answers = await Task.WhenAll(pages.Select(page => desk.Visitor.Press(page, Write(2))));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Found);
        await desk.Site.RunWaitingJobs();

        await desk.ShouldHave(people: 2, writings: 1);
        var runs = await desk.Site.Read(desk.College, db => db.Imports.AsNoTracking().ToListAsync());
        runs.Select(run => run.State).ShouldBe([ImportState.Applied, ImportState.Staged], ignoreOrder: true);

        // The second would have done something else than what was shown: it waits for another look, which shows nothing new.
        var second = await desk.Visitor.Get($"/o/college/import/{runs.Single(run => run.State == ImportState.Staged).Id}");
        second.Text.ShouldContain("реестр изменился");
        second.Text.ShouldContain("Загружать нечего");
    }

    [Theory, BothDatabases]
    public async Task An_import_of_the_page_and_one_of_a_command_at_once_make_each_person_once(DatabaseProvider provider)
    {
        const int People = 2_000;
        await using var desk = await Desk.Open(provider);
        var text = Text(1, People);
        await desk.Visitor.Press(await desk.Upload(text), Write(People));
        var file = Path.Combine(desk.Site.Installation.StoragePath, "reestr.csv");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        var command = CommandRun.Of(desk.Site.Installation, "import", "students", file, "--org", desk.College.Code, "--json");
        await desk.Site.RunWaitingJobs();
        var run = await command;

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldBeEmpty();
        // Whichever came first wrote; the page's, if it came second, would have done something else than what was shown.
        var runs = await desk.Site.Read(desk.College, db => db.Imports.AsNoTracking().OrderBy(row => row.Created).ToListAsync());
        var isPageSecond = runs.Exists(row => row.State == ImportState.Staged);
        await desk.ShouldHave(People, writings: isPageSecond ? 1 : 2);
        runs.Where(row => row.State == ImportState.Applied).Select(row => (row.Created, row.Unchanged)).ShouldBe(isPageSecond ? [(People, 0)] : [(0, People), (People, 0)]);
    }

    private static string Write(int rows) => $"Загрузить {Marshrut.Rules.Language.Russian.Count(rows, "строку", "строки", "строк")}";

    /// <summary>A specialist of a college at the import page.</summary>
    private sealed record Desk(TestSite Site, Organization College, Visitor Visitor) : IAsyncDisposable
    {
        public static async Task<Desk> Open(DatabaseProvider provider)
        {
            var site = await TestSite.Open(provider);
            var college = await site.AddOrganization(OrganizationKind.College, "college");
            return new Desk(site, college, await site.SignIn(Role.CareerCentreSpecialist, college));
        }

        /// <returns>The page that says what will change.</returns>
        public async Task<Answer> Upload(params string[] lines)
        {
            var sent = await Visitor.Upload(await Visitor.Get("/o/college/import"), "reestr.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
            sent.Status.ShouldBe(HttpStatusCode.Found, sent.Text);
            return await Visitor.Open(sent.Location!);
        }

        public async Task ShouldHave(int people, int writings)
        {
            (await Site.Read(College, db => db.People.CountAsync())).ShouldBe(people);
            (await Site.Read(College, db => db.Enrolments.CountAsync())).ShouldBe(people);
            (await Site.Read(College, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.ImportApplied))).ShouldBe(writings);
        }

        public async ValueTask DisposeAsync()
        {
            Visitor.Dispose();
            await Site.DisposeAsync();
        }
    }
}
