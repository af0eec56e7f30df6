using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Undoing;
using Marshrut.Core.People;
using Marshrut.Core.People.Duplicates;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Imports.ImportBench;

namespace Marshrut.Tests.Core.Imports;

public class UndoImportTests
{
    private const string Wide = Header + ";Сирота или без попечения родителей;Резюме или занятия по поиску работы;Инвалидность или ОВЗ;Согласие на данные о здоровье;Рекомендации по условиям труда";

    [Theory, BothDatabases]
    public async Task Created_people_go_with_everything_of_theirs(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        await bench.Import(Header, Row(1));
        var second = await bench.Import(Header, Row(2), Row(3));

        var undone = await Undo(bench, second);

        undone.ShouldBe(new UndoneImport(2, 0));
        (await bench.Read(db => db.Enrolments.Select(row => row.ExternalId).ToListAsync())).ShouldBe(["1"]);
        (await bench.Read(db => db.People.CountAsync())).ShouldBe(1);
        (await bench.Read(db => db.Evidence.CountAsync())).ShouldBe(1);
        (await bench.Read(db => db.ImportChunks.CountAsync(row => row.ImportId == second))).ShouldBe(0);
        (await bench.Find(second)).State.ShouldBe(ImportState.Undone);
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == "import.undone"))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Changed_ones_are_as_they_were_facts_and_all(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        await bench.Import(Wide, Row(1) + ";да;нет;да;01.09.2026;не поднимать тяжёлое");
        var before = await Snapshot(bench);
        var second = await bench.Import(Wide, Row(1, "+79007654321", "ИС-31") + ";нет;да;неизвестно;02.09.2026;сидячая работа", Row(2) + ";;;;;");
        (await Snapshot(bench)).ShouldNotBe(before);

        var undone = await Undo(bench, second);

        undone.ShouldBe(new UndoneImport(1, 1));
        (await Snapshot(bench)).ShouldBe(before);
        (await bench.Read(db => db.Evidence.CountAsync(row => row.Source == EvidenceSource.ImportUndo))).ShouldBe(1);
        (await bench.Preview(await bench.Stage(Wide, Row(1) + ";да;нет;да;01.09.2026;не поднимать тяжёлое"))).Unchanged.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_later_file_over_its_rows_forbids_it_and_says_how_many(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var first = await bench.Import(Header, Row(1), Row(2), Row(3));
        await bench.Import(Header, Row(1, group: "ИС-31"), Row(2, "+79007654321"), Row(3));

        var refusal = await Should.ThrowAsync<RuleViolation>(() => Undo(bench, first));

        refusal.Code.ShouldBe("import-changed");
        refusal.Message.ShouldContain("строк: 2");
        (await bench.Read(db => db.People.CountAsync())).ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task A_change_by_hand_forbids_it(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var id = await bench.Import(Header, Row(1), Row(2));
        await bench.Run(async services =>
        {
            var db = services.GetRequiredService<MarshrutDb>();
            var person = await db.People.FirstAsync();
            person.Phone = "+79007654321";
            person.LastImportId = null;
            await db.SaveChangesAsync();
        });

        (await Should.ThrowAsync<RuleViolation>(() => Undo(bench, id))).Code.ShouldBe("import-changed");
    }

    [Theory, BothDatabases]
    public async Task A_request_of_one_of_its_people_forbids_it(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var id = await bench.Import(Header, Row(1), Row(2));
        await bench.Run(async services =>
        {
            var study = await services.GetRequiredService<MarshrutDb>().Enrolments.Select(row => row.Id).FirstAsync();
            (await services.GetRequiredService<AddRequest>().Add(new NewRequest(study, "cv", null, null), CancellationToken.None)).ShouldBeTrue();
        });

        (await Should.ThrowAsync<RuleViolation>(() => Undo(bench, id))).Code.ShouldBe("import-requests");
        (await bench.Read(db => db.People.CountAsync())).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_confirmed_level_forbids_it_and_a_proposed_one_is_determined_anew(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var first = await bench.Import(Wide, Row(1) + ";да;;;;");
        await Assess(bench);
        var second = await bench.Import(Wide, Row(1) + ";нет;;;;", Row(2) + ";да;;;;");
        await Assess(bench);
        (await Levels(bench)).ShouldBe([("1", false), ("2", true)]);

        await Undo(bench, second);
        (await Levels(bench)).ShouldBe([("1", true)]);

        await bench.Run(async services =>
        {
            var db = services.GetRequiredService<MarshrutDb>();
            var assessment = await db.Assessments.SingleAsync(row => row.IsCurrent);
            (assessment.Status, assessment.DecidedAt) = (AssessmentStatus.Confirmed, bench.Database.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        });
        (await Should.ThrowAsync<RuleViolation>(() => Undo(bench, first))).Code.ShouldBe("import-confirmed");
    }

    [Theory, BothDatabases]
    public async Task It_is_done_once(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var id = await bench.Import(Header, Row(1));
        await Undo(bench, id);

        (await Should.ThrowAsync<RuleViolation>(() => Undo(bench, id))).Code.ShouldBe("import-undone");
    }

    [Theory, BothDatabases]
    public async Task A_possible_duplicate_waits_for_a_decision_that_stands_in_the_journal(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        await bench.Import(Header, "1;Ольхова;Вера;01.05.2007;09.02.07;2027;;");
        await bench.Import(Header, "2;Ольхова;Вера;01.05.2007;54.02.01;2027;;");

        var page = await bench.Run(services => services.GetRequiredService<ListDuplicates>().List(null, 10, CancellationToken.None));
        var pair = page.Pairs.ShouldHaveSingleItem();
        (pair.First.Studies.Single().ExternalId, pair.Second.Studies.Single().ExternalId).ShouldBe(("1", "2"));
        await bench.Run(services => services.GetRequiredService<DecideDuplicate>().Decide(pair.Id, DuplicateDecision.SamePerson, CancellationToken.None));

        (await bench.Run(services => services.GetRequiredService<ListDuplicates>().List(null, 10, CancellationToken.None))).Open.ShouldBe(0);
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == "duplicate.decided"))).ShouldBe(2);
        (await bench.Read(db => db.People.CountAsync())).ShouldBe(2, "nobody is merged silently");
        (await Should.ThrowAsync<RuleViolation>(() => bench.Run(services =>
            services.GetRequiredService<DecideDuplicate>().Decide(pair.Id, DuplicateDecision.DifferentPeople, CancellationToken.None)))).Code.ShouldBe("duplicate-decided");
    }

    private static Task<UndoneImport> Undo(ImportBench bench, long id) =>
        bench.Run(services => services.GetRequiredService<UndoImport>().Undo(id, CancellationToken.None));

    private static Task Assess(ImportBench bench) => bench.Run(services =>
        services.GetRequiredService<AssessOrganization>().Assess(new AssessOrganizationInput(new DateOnly(2026, 11, 23), false), CancellationToken.None));

    private static Task<List<(string, bool)>> Levels(ImportBench bench) => bench.Read(async db =>
        (await db.Assessments.Where(row => row.IsCurrent).OrderBy(row => row.ExternalId).ToListAsync()).ConvertAll(row => (row.ExternalId, row.IsHigh)));

    /// <summary>All that the register says of student 1, in words.</summary>
    private static Task<string> Snapshot(ImportBench bench) => bench.Run(async services =>
    {
        var db = services.GetRequiredService<MarshrutDb>();
        var sealer = services.GetRequiredService<Sealer>();
        var enrolment = await db.Enrolments.AsNoTracking().SingleAsync(row => row.ExternalId == "1");
        var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == enrolment.PersonId);
        var facts = sealer.OpenPersonFacts(person.Facts, person.Id);
        var own = sealer.OpenEnrolmentFacts(enrolment.Facts, enrolment.Id);
        var limits = facts.WorkLimitsEvidenceId == 0
            ? null
            : EvidencePayload.Open(sealer, await db.Evidence.AsNoTracking().SingleAsync(row => row.Id == facts.WorkLimitsEvidenceId)).After["workLimits"];
        var consents = (await db.Consents.AsNoTracking().ToListAsync()).Select(row => Consent.Open(sealer, row).ToString()).Order();
        return string.Join('\n', [
            person.Phone, enrolment.Group, FactText.Of(facts.HealthConsentOn), limits,
            FactText.Of(facts.Get(FactCode.Orphan, FactRank.Stated)), FactText.Of(facts.Get(FactCode.Disability, FactRank.Stated)),
            FactText.Of(own.Get(FactCode.JobSearchPreparation, FactRank.Stated)), .. consents]);
    });
}
