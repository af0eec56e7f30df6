using System.Reflection;
using System.Text;
using Marshrut.Core.Accounts.Journal;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Register.Journal;
using Marshrut.Rules.Risk;
using Marshrut.Tests.Core.Imports.Applying;
using Marshrut.Tests.Core.Register.Editing;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Register;

public class RegisterJournalTests
{
    private static readonly RegisterJournalFilter Everything = new(null, null, null, false, null, null);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Actions() =>
        [.. typeof(AuditActions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    [Theory, MemberData(nameof(Actions))]
    public void Every_action_has_words(string action) => JournalWords.Of(action, "{}", null).ShouldNotContain(action);

    [Theory, BothDatabases]
    public async Task The_head_reads_who_did_what_to_whom_and_why(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        await bench.Assess();
        var id = await bench.Find("2");
        await bench.Edit(id, typed: [("phone", "+79005556677")]);
        var personId = await bench.Read(db => db.Enrolments.Where(row => row.Id == id).Select(row => row.PersonId).SingleAsync(Cancel));

        var all = await List(bench, Everything);
        all.Rows.Select(row => row.Sequence).ShouldBeInOrder(SortDirection.Descending);
        all.Rows.ShouldContain(row => row.Words.StartsWith("Записан файл реестра: строк 6, новых 6", StringComparison.Ordinal));
        all.Rows.ShouldContain(row => row.Words.StartsWith("Определён риск: 6", StringComparison.Ordinal));
        var edited = (await List(bench, Everything with { Topic = RegisterTopic.People, PersonId = personId, UserId = 1 })).Rows.ShouldHaveSingleItem();
        edited.Values.ShouldBe("Телефон: +79000000002 → +79005556677. Причина: по заявлению студента.");
        (edited.EnrolmentId, edited.Person).ShouldBe((id, "Борисов Илья"));
        (await List(bench, Everything with { ByProgram = true })).Rows.ShouldBeEmpty();
        (await List(bench, Everything with { From = bench.Database.Clock.GetUtcNow().UtcDateTime.AddDays(1) })).Rows.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task It_is_turned_by_the_number_of_the_line_both_ways_and_is_nobody_elses(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = await bench.Find("2");
        for (var i = 0; i < ListRegisterJournal.PageSize + 3; i++)
        {
            await bench.Use<Marshrut.Core.Register.Cards.RecordSpecialRead, bool>(async record =>
            {
                await record.Record(await bench.Read(db => db.Enrolments.Where(row => row.Id == id).Select(row => row.PersonId).SingleAsync(Cancel)), Cancel);
                return true;
            });
        }

        var first = await List(bench, Everything);
        var second = await bench.Use<ListRegisterJournal, RegisterJournalPage>(list => list.List(Everything, first.Rows[^1].Sequence, null, Cancel));
        var back = await bench.Use<ListRegisterJournal, RegisterJournalPage>(list => list.List(Everything, null, second.Rows[0].Sequence, Cancel));

        (first.HasPrevious, first.HasNext, first.Rows.Count).ShouldBe((false, true, ListRegisterJournal.PageSize));
        (second.HasPrevious, second.HasNext).ShouldBe((true, false));
        back.Rows.Select(row => row.Sequence).ShouldBe(first.Rows.Select(row => row.Sequence));
        (back.HasPrevious, back.HasNext).ShouldBe((false, true));
        var other = await bench.Database.AddOrganization();
        await using var foreign = bench.Database.Enter(other);
        (await foreign.ServiceProvider.GetRequiredService<ListRegisterJournal>().List(Everything, null, null, Cancel)).Rows.ShouldBeEmpty();
        (await foreign.ServiceProvider.GetRequiredService<FindJournalPerson>().Find(id, Cancel)).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Its_file_holds_what_the_filter_finds_and_the_journal_knows_of_it(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        await bench.Edit(await bench.Find("2"), typed: [("phone", "+79005556677")]);
        using var file = new MemoryStream();

        await bench.Use<ExportRegisterJournal, bool>(async export =>
        {
            await export.Write(Everything with { Topic = RegisterTopic.People }, file, Cancel);
            return true;
        });

        file.Position = 0;
        Encoding.UTF8.GetString(SheetOf(file)).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Изменены сведения о человеке"),
            text => text.ShouldContain("+79005556677"),
            text => text.ShouldNotContain("Выгружен журнал"));
        (await List(bench, Everything)).Rows[0].Words.ShouldBe("Выгружен журнал, xlsx");
    }

    [Theory, BothDatabases]
    public async Task A_reimport_is_told_with_before_and_after_and_health_only_to_who_asked(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        const string header = "Идентификатор;Фамилия;Имя;Отчество;Дата рождения;Телефон;Код направления;Группа;Год выпуска;Согласие на данные о здоровье;Инвалидность или ОВЗ";
        await bench.Database.Import(bench.Organization, header, "3;Викторова;Яна;Игоревна;03.02.2008;+7 900 000-00-33;38.02.01;ЭБ-32;2028;01.11.2026;нет");
        var id = await bench.Find("3");

        var told = (await bench.Card(id)).History.Single(one => one.Sentence.StartsWith("Изменено при загрузке файла", StringComparison.Ordinal)).Sentence;

        told.ShouldContain("Группа: ЭБ-31 → ЭБ-32");
        told.ShouldContain("Телефон: пусто → +79000000033");
        told.ShouldContain("Сведение, которое не показывается сразу");
        told.ShouldNotContain("Инвалидность");
        (await bench.Card(id, FactAccess.Special)).History.ShouldContain(one => one.Sentence.Contains("Инвалидность или ОВЗ: да → нет", StringComparison.Ordinal));
    }

    private static Task<RegisterJournalPage> List(CardBench bench, RegisterJournalFilter filter) =>
        bench.Use<ListRegisterJournal, RegisterJournalPage>(list => list.List(filter, null, null, Cancel));

    private static byte[] SheetOf(Stream xlsx)
    {
        using var zip = new System.IO.Compression.ZipArchive(xlsx);
        using var text = new MemoryStream();
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            part.CopyTo(text);
        }

        return text.ToArray();
    }
}
