using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Register.Marking;
using Marshrut.Rules.Risk;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Register.Marking;

/// <summary>One fact for many by a list of names.</summary>
public class MarkPeopleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task People_are_found_by_name_and_group_namesakes_wait_for_a_decision(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Proposed(Line(1, "Ольхова"), Line(2, "Семёнова"), Line(3, "Вязова-Дубова"), Line(4, "Семёнова").Replace("01.05.2007", "02.06.2007", StringComparison.Ordinal).Replace("ИС-41", "ИС-42", StringComparison.Ordinal));

        var found = await Find(bench, "ольхова вера; ИС-41\nСеменова Вера\nСемёнова В.; ис-42\nВязова-Дубова Вера\nОльхова Вера; ИС-42\nНикого Нет\nОльхова В.\nОльхова\nОль");

        found.Select(match => match.People.Count).ShouldBe([1, 2, 1, 1, 0, 0, 1, 1, 0]);
        found[2].People[0].Group.ShouldBe("ИС-42");
        found.Select(match => match.SameAs).ShouldBe([null, null, null, null, null, null, 1, 1, null]);
        var other = await database.AddOrganization();
        (await bench.Use<FindNamed, IReadOnlyList<NamedMatch>>(other, find => find.Find(NamedLines.Read("Ольхова Вера"), Cancel)))[0].People.ShouldBeEmpty("another college's people are nobody here");
    }

    [Theory, BothDatabases]
    public async Task Each_gets_a_fact_a_line_of_ledger_and_journal_and_a_level_of_today(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var levels = await bench.Proposed(Line(1, "Ольхова", orphan: "нет", place: "нет"), Line(2, "Липова", orphan: "нет", place: "нет"), Line(3, "Клёнова", orphan: "нет", place: "нет"));
        var ids = levels.ConvertAll(level => level.EnrolmentId);
        var foreign = await ForeignStudy(database, bench);

        var done = await Mark(bench, FactCode.CertainWorkplace, FactValue.Yes, [ids[0], ids[1], foreign]);

        done.ShouldBe(new MarkedPeople(2, 0, 1, IsDetermined: true));
        (await Mark(bench, FactCode.CertainWorkplace, FactValue.Yes, [ids[0], ids[2]])).ShouldBe(new MarkedPeople(1, 1, 0, IsDetermined: true));
        foreach (var id in ids)
        {
            (await Fact(bench, id)).Value.ShouldBe(FactValue.Yes);
        }

        (await bench.Use<MarshrutDb, int>(bench.College, db => db.Evidence.CountAsync(row => row.Source == EvidenceSource.Manual, Cancel))).ShouldBe(3);
        (await bench.Use<MarshrutDb, int>(bench.College, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.FactEntered, Cancel))).ShouldBe(3);
        (await bench.Use<MarshrutDb, List<bool>>(bench.College, db => db.Assessments.Where(row => row.IsCurrent).Select(row => row.IsHigh).ToListAsync(Cancel))).ShouldBe([false, false, false]);
        (await Mark(bench, FactCode.CertainWorkplace, FactValue.Unknown, ids)).Marked.ShouldBe(3, "«неизвестно» takes it back");
        (await Fact(bench, ids[0])).IsEmpty.ShouldBeTrue();
        (await bench.Use<VerifyAudit, AuditVerdict>(bench.College, verify => verify.Verify(null, Cancel))).Sound.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task What_a_list_must_not_tell_of_and_what_is_missing_is_refused_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var ids = (await bench.Proposed(Line(1, "Ольхова", health: "01.09.2026"))).ConvertAll(level => level.EnrolmentId);
        (await Refusal(bench, FactCode.Disability, FactValue.Yes, ids)).ShouldBe("fact-missing");
        (await Refusal(bench, FactCode.PriorOffence, FactValue.Yes, ids)).ShouldBe("fact-missing");
        (await Refusal(bench, null, FactValue.Yes, ids)).ShouldBe("fact-missing");
        (await Refusal(bench, FactCode.CertainWorkplace, null, ids)).ShouldBe("value-missing");
        (await Refusal(bench, FactCode.CertainWorkplace, FactValue.Yes, [])).ShouldBe("nobody-chosen");
        (await Refusal(bench, FactCode.CertainWorkplace, FactValue.Yes, ids, on: database.Clock.Today.AddDays(1))).ShouldBe("on-unusable");
        (await Refusal(bench, FactCode.CertainWorkplace, FactValue.Yes, ids, reason: "ой")).ShouldBe("no-reason");
        (await bench.Use<MarshrutDb, int>(bench.College, db => db.Evidence.CountAsync(row => row.Source == EvidenceSource.Manual, Cancel))).ShouldBe(0);
    }

    private static Task<IReadOnlyList<NamedMatch>> Find(HandoverBench bench, string text) =>
        bench.Use<FindNamed, IReadOnlyList<NamedMatch>>(bench.College, find => find.Find(NamedLines.Read(text), Cancel));

    private static Task<MarkedPeople> Mark(HandoverBench bench, FactCode? fact, FactValue? value, IReadOnlyCollection<long> ids, DateOnly? on = null, string reason = "лист регистрации ярмарки") =>
        bench.Use<MarkPeople, MarkedPeople>(bench.College, mark => mark.Mark(new MarkInput(fact, value, on, "лист № 3", reason, ids), Cancel));

    private static async Task<string> Refusal(HandoverBench bench, FactCode? fact, FactValue? value, IReadOnlyCollection<long> ids, DateOnly? on = null, string reason = "лист регистрации ярмарки") =>
        (await Should.ThrowAsync<RuleViolation>(() => Mark(bench, fact, value, ids, on, reason))).Code;

    private static Task<FactEntry> Fact(HandoverBench bench, long study) => bench.Use<IServiceProvider, FactEntry>(bench.College, async services =>
    {
        var (db, sealer) = ((MarshrutDb)services.GetService(typeof(MarshrutDb))!, (Sealer)services.GetService(typeof(Sealer))!);
        return sealer.OpenEnrolmentFacts((await db.Enrolments.AsNoTracking().SingleAsync(row => row.Id == study, Cancel)).Facts, study).Get(FactCode.CertainWorkplace, FactRank.Stated);
    });

    private static async Task<long> ForeignStudy(TestDatabase database, HandoverBench bench)
    {
        var other = await bench.Beside(await database.AddOrganization());
        return (await other.Proposed(Line(1, "Чужова")))[0].EnrolmentId;
    }
}
