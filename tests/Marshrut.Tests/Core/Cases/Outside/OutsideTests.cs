using System.Text;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Outside;
using Marshrut.Core.Imports;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Cases.Outside;

/// <summary>A transfer to a centre that works outside the program, there and back as a file; the present day is 23 November 2026.</summary>
public class OutsideTests
{
    private const string Header = "Номер строки;Фамилия;Ответ;Причина возврата;Куратор;Итог";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_file_has_everybody_who_waits_with_what_a_centre_needs_and_no_health(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, transfer, items) = await Sent(database);

        var rows = await Write(bench, transfer);

        rows.Count.ShouldBe(4);
        rows[0][0].ShouldBe("Номер строки");
        rows.Skip(1).Select(row => row[0]).ShouldBe(items.Select(item => item.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), ignoreOrder: true);
        rows.Skip(1).Select(row => row[2]).Order().ShouldBe(["Вязова", "Липова", "Ольхова"]);
        string.Join(' ', rows.SelectMany(row => row)).ShouldNotContain("Инвалид");
        await bench.Use<RevokePeople, object>(bench.College, async revoke => await revoke.Revoke([items[0].Id], Cancel));
        (await Write(bench, transfer)).Count.ShouldBe(3, "who was revoked is no business of the centre");
        using var nothing = new MemoryStream();
        (await bench.Use<WriteTransferFile, bool>(bench.Centre, write => write.Write(transfer, nothing, Cancel))).ShouldBeFalse();
        nothing.Length.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task What_the_centre_filled_in_is_read_back_line_by_line(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, transfer, items) = await Sent(database);
        var (a, b, c) = (items[0], items[1], items[2]);

        var report = (await Read(bench, transfer, Header, Line(a, "принят", curator: "Семёнова А. П."), Line(b, "возвращён", reason: "переехала в другой город"), Line(c, "может быть"), $"1;Чужая;принят;;;"))!;

        (report.Read, report.Updated, report.Rejected).ShouldBe((4, 2, 2));
        report.Errors.Select(error => (error.Row, error.Code)).ShouldBe([(4, "bad-answer"), (5, "no-such-line")]);
        var now = await bench.Items();
        (now[0].State, now[0].CaseState, now[0].CuratorName, now[0].CaseId).ShouldBe((TransferItemState.Accepted, CaseState.InWork, "Семёнова А. П.", null));
        (now[1].State, now[1].Snapshot).ShouldBe((TransferItemState.Returned, null));
        now[2].State.ShouldBe(TransferItemState.Waiting);
        (await Read(bench, transfer, Header, Line(a, "принят", curator: "Семёнова А. П.")))!.Unchanged.ShouldBe(1);

        (await Read(bench, transfer, Header, Line(a, "принят", outcome: "работает где-то")))!.Errors.Single().Code.ShouldBe("bad-outcome");
        (await Read(bench, transfer, Header, Line(a, "принят", outcome: "Работает по направлению подготовки")))!.Updated.ShouldBe(1);
        now = await bench.Items();
        (now[0].CaseState, now[0].Outcome).ShouldBe((CaseState.Closed, CaseOutcome.EmployedInField));
        Should.Throw<RuleViolation>(() => now[0].EndOutside(CaseOutcome.Moved, new DateOnly(2026, 11, 23))).Code.ShouldBe("step-not-possible");
        Should.Throw<RuleViolation>(() => now[2].EndOutside(CaseOutcome.Moved, new DateOnly(2026, 11, 23))).Code.ShouldBe("step-not-possible");
        (await bench.Use<MarshrutDb, int>(bench.College, db => db.Holdings.CountAsync(Cancel))).ShouldBe(1, "only who still waits is held");
    }

    [Theory, BothDatabases]
    public async Task A_return_needs_words_and_a_shifted_file_touches_nobody(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, transfer, items) = await Sent(database);

        (await Read(bench, transfer, Header, Line(items[0], "возвращён")))!.Errors.Single().Message.ShouldContain("Напишите причину");
        (await Read(bench, transfer, Header, $"{items[0].Id};{await Surname(bench, items[1])};принят;;;"))!.Errors.Single().Code.ShouldBe("other-person");
        (await Should.ThrowAsync<SpreadsheetProblem>(() => Read(bench, transfer, "Номер строки;Фамилия", "1;2"))).Code.ShouldBe("missing-column");

        (await bench.Items()).ShouldAllBe(item => item.State == TransferItemState.Waiting);
    }

    [Theory, BothDatabases]
    public async Task A_centre_with_staff_answers_itself_and_a_stranger_reads_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, transfer, items) = await Sent(database);
        (await bench.Use<ReadTransferFile, FileReport?>(bench.Centre, read => read.Read(transfer, Stream.Null, Cancel))).ShouldBeNull();
        (await bench.Use<FindOutsideCentre, bool>(bench.College, find => find.Find(transfer, Cancel))).ShouldBeTrue();

        await bench.Use<AddUser, AddedUser>(bench.Centre, add => add.Add(new NewUser("kurator", Role.EmploymentSpecialist, bench.Centre.Code, FullName: "Проверкина Мария"), Cancel));

        (await bench.Use<FindOutsideCentre, bool>(bench.College, find => find.Find(transfer, Cancel))).ShouldBeFalse();
        (await Should.ThrowAsync<RuleViolation>(() => Read(bench, transfer, Header, Line(items[0], "принят")))).Code.ShouldBe("centre-inside");
    }

    /// <summary>R36 also where there is no case here.</summary>
    [Theory, BothDatabases]
    public async Task A_withdrawn_consent_takes_the_person_off_the_file(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, transfer, items) = await Sent(database);
        await Read(bench, transfer, Header, Line(items[0], "принят"));

        await bench.Use<WithdrawConsent, CardAnswer?>(
            bench.College, withdraw => withdraw.Withdraw(new ConsentWithdrawal(items[0].EnrolmentId, ConsentPurpose.Transfer, new DateOnly(2026, 11, 23), "заявление"), Cancel));

        (await bench.Items())[0].ShouldSatisfyAllConditions(item => item.State.ShouldBe(TransferItemState.ConsentWithdrawn), item => item.Snapshot.ShouldBeNull());
        (await Write(bench, transfer)).Count.ShouldBe(3);
    }

    private static async Task<(HandoverBench Bench, long Transfer, List<TransferItem> Items)> Sent(TestDatabase database)
    {
        var bench = await Create(database);
        var sent = await bench.Send(await bench.Confirmed(
            HandoverBench.Line(1, "Липова", health: "01.09.2026", disability: "да"), HandoverBench.Line(2, "Ольхова", phone: "+79000000111"), HandoverBench.Line(3, "Вязова", phone: "+79000000112")));
        return (bench, sent.TransferId!.Value, await bench.Items());
    }

    /// <summary>Filled in by the centre; the surname stands where the file had it.</summary>
    private static string Line(TransferItem item, string answer, string reason = "", string curator = "", string outcome = "") =>
        $"{item.Id};{{{item.Id}}};{answer};{reason};{curator};{outcome}";

    private static Task<string> Surname(HandoverBench bench, TransferItem item) =>
        bench.Use<MarshrutDb, string>(bench.College, db => db.People.Where(row => row.Id == item.PersonId).Select(row => row.LastName).SingleAsync(Cancel));

    private static async Task<List<string[]>> Write(HandoverBench bench, long transfer)
    {
        using var output = new MemoryStream();
        (await bench.Use<WriteTransferFile, bool>(bench.College, write => write.Write(transfer, output, Cancel))).ShouldBeTrue();
        using var opened = SpreadsheetReader.Open(new MemoryStream(output.ToArray()), null);
        return [.. opened.Rows(opened.Sheets[0]).Select(row => row.Cells.Select(cell => cell.Shown()).ToArray())];
    }

    private static async Task<FileReport?> Read(HandoverBench bench, long transfer, params string[] lines)
    {
        var text = string.Join('\n', lines);
        foreach (var item in await bench.Items())
        {
            text = text.Replace($"{{{item.Id}}}", await Surname(bench, item), StringComparison.Ordinal);
        }

        return await bench.Use<ReadTransferFile, FileReport?>(bench.College, read => read.Read(transfer, new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel));
    }
}
