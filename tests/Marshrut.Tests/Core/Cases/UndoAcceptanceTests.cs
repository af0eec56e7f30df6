using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Cases;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Cases;

/// <summary>An acceptance that was a mistake is taken back while nobody has begun to work.</summary>
public class UndoAcceptanceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Who_was_taken_over_at_one_moment_waits_again_and_can_be_taken_over_anew(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Send(await bench.Confirmed(Line(1, "Липова"), Line(2, "Ольхова", phone: "+79000000111")));
        var before = await bench.Items();
        var accepted = await bench.Accept([.. before.Select(item => item.Id)]);

        var undone = await Undo(bench, accepted.At!.Value);

        (undone.Done, undone.Passed).ShouldBe((2, 0));
        var now = await bench.Items();
        now.ShouldAllBe(item => item.State == TransferItemState.Waiting && item.CaseId == null && item.CaseState == null && item.AnsweredAt == null && item.Snapshot != null);
        now.Select(item => item.AnswerBy).ShouldBe(before.Select(item => item.AnswerBy), "the term runs on");
        foreach (var count in new Func<MarshrutDb, Task<int>>[] { db => db.Cases.CountAsync(Cancel), db => db.People.CountAsync(Cancel), db => db.Enrolments.CountAsync(Cancel), db => db.Evidence.CountAsync(Cancel) })
        {
            (await bench.Use<MarshrutDb, int>(bench.Centre, count)).ShouldBe(0);
        }

        foreach (var chain in new[] { AuditLog.ChainOf(bench.College.Id), AuditLog.ChainOf(bench.Centre.Id) })
        {
            (await bench.Use<MarshrutDb, int>(bench.College, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.AcceptanceUndone && row.Chain == chain, Cancel)))
                .ShouldBe(2, "one line for each person at each side");
        }

        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.PersonForgotten, Cancel))).ShouldBe(0, "nobody withdrew a consent");
        (await bench.Use<MarshrutDb, int>(bench.College, db => db.Holdings.CountAsync(Cancel))).ShouldBe(2, "they wait at the same centre");
        (await Undo(bench, accepted.At.Value)).Done.ShouldBe(0, "a second press");
        (await bench.Accept([.. now.Select(item => item.Id)])).Done.ShouldBe(2);
        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.People.CountAsync(Cancel))).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task With_whom_work_has_begun_the_acceptance_stands(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Send(await bench.Confirmed(Line(1, "Липова"), Line(2, "Ольхова", phone: "+79000000111"), Line(3, "Вязова", phone: "+79000000112")));
        var items = await bench.Items();
        var accepted = await bench.Accept([.. items.Select(item => item.Id)]);
        var cases = await bench.Use<MarshrutDb, List<long>>(bench.Centre, db => db.Cases.OrderBy(row => row.SortName).Select(row => row.Id).ToListAsync(Cancel));
        await bench.Use<RecordContact, bool>(bench.Centre, contact => contact.Record(new ContactAttempt(cases[0], ContactWay.Call, ContactResult.Spoke), Cancel));
        await bench.Use<WriteCaseNote, bool>(bench.Centre, note => note.Write(cases[1], "зайдёт завтра", Cancel));

        var undone = await Undo(bench, accepted.At!.Value);

        (undone.Done, undone.Passed).ShouldBe((1, 2));
        (await bench.Use<MarshrutDb, List<long>>(bench.Centre, db => db.Cases.OrderBy(row => row.SortName).Select(row => row.Id).ToListAsync(Cancel))).ShouldBe(cases.Take(2));
    }

    [Theory, BothDatabases]
    public async Task Nobody_takes_back_what_another_has_accepted(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Send(await bench.Confirmed(Line(1, "Липова")));
        var accepted = await bench.Accept([(await bench.Items()).Single().Id]);

        (await bench.Use<UndoAcceptance, AnsweredPeople>(bench.Centre, undo => undo.Undo(accepted.At!.Value, Cancel), "user:8")).Done.ShouldBe(0);
        (await bench.Use<UndoAcceptance, AnsweredPeople>(bench.College, undo => undo.Undo(accepted.At!.Value, Cancel))).Done.ShouldBe(0);

        (await bench.Items()).Single().State.ShouldBe(TransferItemState.Accepted);
    }

    private static Task<AnsweredPeople> Undo(HandoverBench bench, DateTime at) => bench.Use<UndoAcceptance, AnsweredPeople>(bench.Centre, undo => undo.Undo(at, Cancel));
}
