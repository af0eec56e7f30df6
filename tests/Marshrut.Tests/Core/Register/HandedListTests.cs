using System.Text;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Register.Lists;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Marshrut.Tests.Core.Cases;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Register;

/// <summary>The ЦК finds its handed-over people in its list and in its file (З1.5).</summary>
public class HandedListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_list_is_narrowed_by_what_became_of_people_and_the_file_says_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Вязова"), Line(2, "Грабова"));
        var bench = people.Bench;
        var more = await bench.Confirmed(Line(3, "Дубова"), Line(4, "Елова"), Line(5, "Ивина"));
        await bench.Send(more);
        await bench.Proposed(Line(6, "Кленова"));
        var waiting = (await bench.Queue()).Select(line => (line.Id, line.LastName)).OrderBy(line => line.LastName, StringComparer.Ordinal).ToList();
        await bench.Return([waiting[0].Id]);
        var version = await people.Read(db => db.Cases.Where(row => row.Id == people.Cases[1]).Select(row => row.Version).SingleAsync(Cancel));
        await people.Use<CloseCase, bool>(close => close.Close(new CaseClosing(people.Cases[1], CaseOutcome.Moved, AcceptedPeople.Today, null, null, null, version), Cancel));

        (await Names(people, HandedChoice.Accepted)).ShouldBe(["Вязова"]);
        (await Names(people, HandedChoice.Ended)).ShouldBe(["Грабова"]);
        (await Names(people, HandedChoice.Back)).ShouldBe([waiting[0].LastName]);
        (await Names(people, HandedChoice.Waiting)).ShouldBe(waiting.Skip(1).Select(line => line.LastName));
        (await Names(people, HandedChoice.Never)).ShouldBe(["Кленова"]);

        var lines = await bench.Use<ReadHandedLines, IReadOnlyDictionary<long, HandedLine>>(bench.College, read => read.Read(null, Cancel));
        lines.Values.Select(HandedWords.Of).ShouldBe(["в работе", "переехал", "возвращён", "ждёт ответа", "ждёт ответа"], ignoreOrder: true);
        (await bench.Use<ReadHandedLines, IReadOnlyDictionary<long, HandedLine>>(bench.Centre, read => read.Read(null, Cancel))).ShouldBeEmpty("a centre hands nobody over");
        var file = await File(people, withHanded: true);
        file.ShouldContain("Передача в ЦЗН;Куратор в ЦЗН;Последнее действие ЦЗН");
        file.Split("\r\n").Single(row => row.Contains("Вязова", StringComparison.Ordinal)).ShouldContain("в работе;Проверкина Мария Ивановна;23.11.2026");
        (await File(people, withHanded: false)).ShouldNotContain("Передача в ЦЗН");
    }

    /// <summary>Somebody who was given back and sent again waits: the latest hand-over counts.</summary>
    [Theory, BothDatabases]
    public async Task The_latest_hand_over_counts(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var sent = await bench.Confirmed(Line(1, "Вязова"));
        await bench.Send(sent);
        await bench.Return([(await bench.Queue())[0].Id]);
        await bench.Send(sent);
        var people = new AcceptedPeople(database, bench, [], 0);

        (await Names(people, HandedChoice.Back)).ShouldBeEmpty();
        (await Names(people, HandedChoice.Waiting)).ShouldBe(["Вязова"]);
    }

    private static Task<List<string>> Names(AcceptedPeople people, HandedChoice choice) => people.Bench.Use<ListEnrolments, List<string>>(
        people.Bench.College,
        async list => [.. (await list.List(new EnrolmentFilter { Handed = choice }, new EnrolmentPlace(EnrolmentOrder.Name), Cancel)).Rows.Select(row => row.LastName)]);

    private static Task<string> File(AcceptedPeople people, bool withHanded) => people.Bench.Use<ExportEnrolments, string>(people.Bench.College, async export =>
    {
        using var file = new MemoryStream();
        await export.Write(new EnrolmentExport(new EnrolmentFilter(), EnrolmentOrder.Name, [], IsXlsx: false, WithHanded: withHanded), file, Cancel);
        return Encoding.UTF8.GetString(file.ToArray());
    });
}
