using Marshrut.Core.Agreements;
using Marshrut.Core.Imports;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Risk;
using Marshrut.Seeding;
using Marshrut.Seeding.Demo;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Seeding;

[Collection(DemoDatabaseCollection.Name)]
public class DemoRegionTests(DemoDatabase demo)
{
    private static readonly string[] Teachers = ["zpk", "vmk", "vpk", "vst", "vki", "urt", "lat", "bak", "nit", "ktu", "uek", "hst", "zgu", "ztu", "zaa"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Organisations_and_people_are_those_that_were_asked_for()
    {
        await using var scope = demo.Database.EnterInstallation();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var kinds = (await db.Organizations.AsNoTracking().ToListAsync(Stop)).CountBy(row => row.Kind).ToDictionary();

        kinds[OrganizationKind.College].ShouldBe(12);
        kinds[OrganizationKind.University].ShouldBe(3);
        kinds[OrganizationKind.EmploymentCentre].ShouldBe(6);
        kinds[OrganizationKind.School].ShouldBe(1);
        demo.Counts.People.ShouldBeInRange(19_000, 22_000);
        (await db.Districts.AllAsync(row => row.ServedById != null, Stop)).ShouldBeTrue();
        (await db.Users.Select(user => user.UserName).ToListAsync(Stop)).ShouldBe(DemoSignIn.All.Select(person => person.Login), ignoreOrder: true);
    }

    [Fact]
    public async Task All_but_one_have_agreements_one_is_over_one_ends_soon_and_consents_name_the_single_service_R46()
    {
        var today = demo.Database.Clock.Today;
        var agreements = new Dictionary<string, List<Agreement>>();
        foreach (var code in Teachers)
        {
            agreements[code] = await demo.In(code, db => db.Agreements.AsNoTracking().ToListAsync(Stop));
        }

        agreements.Where(pair => pair.Value.Count == 0).ShouldHaveSingleItem().Key.ShouldBe("vki");
        agreements.Where(pair => pair.Value.Count > 0 && pair.Value.TrueForAll(row => row.StateOn(today) == AgreementState.Expired)).ShouldHaveSingleItem().Key.ShouldBe("hst");
        agreements.Values.SelectMany(rows => rows).Count(row => row.StateOn(today) == AgreementState.InForce && row.LastDay < today.AddDays(30)).ShouldBe(1);
        agreements["zpk"].Count.ShouldBe(2);
        (await Recipients("zpk")).ShouldHaveSingleItem().ShouldBe((await demo.Find("czn-verhnerechensk")).Id);
        (await Recipients("ztu")).ShouldHaveSingleItem().ShouldBeNull();

        Task<List<long?>> Recipients(string code) => demo.In(code, async db => (await db.Consents.AsNoTracking().ToListAsync(Stop))
            .ConvertAll(row => Consent.Open(demo.Database.Services.GetRequiredService<Sealer>(), row))
            .Where(consent => consent.Purpose == ConsentPurpose.Transfer).Select(consent => consent.RecipientId).Distinct().ToList());
    }

    [Fact]
    public async Task Nearly_half_are_high_and_many_of_the_others_preliminary()
    {
        ((double)demo.Counts.High / (demo.Counts.High + demo.Counts.NotHigh)).ShouldBeInRange(0.39, 0.5);
        var levels = await demo.In("zpk", async db => await db.Assessments.AsNoTracking().Where(row => row.IsCurrent).Select(row => new { row.IsHigh, row.Complete, row.Status }).ToListAsync(Stop));

        ((double)levels.Count(row => row.IsHigh) / levels.Count).ShouldBeInRange(0.4, 0.52);
        levels.Count(row => !row.IsHigh && row.Complete).ShouldBeGreaterThan(20);
        levels.Count(row => !row.IsHigh && !row.Complete).ShouldBeGreaterThan(300);
        levels.Count(row => row.Status == AssessmentStatus.Confirmed).ShouldBeGreaterThan(400);
        levels.Count(row => row is { IsHigh: true, Status: AssessmentStatus.Proposed }).ShouldBeInRange(20, 300);
        levels.Count(row => row.Status == AssessmentStatus.Overridden).ShouldBeInRange(2, 6);
    }

    [Fact]
    public async Task Levels_changed_between_autumn_and_now()
    {
        var changed = await demo.In("zpk", async db => await db.Assessments.Where(now => now.IsCurrent)
            .Join(db.Assessments.Where(before => !before.IsCurrent), now => now.EnrolmentId, before => before.EnrolmentId, (now, before) => new { Now = now.IsHigh, Before = before.IsHigh })
            .ToListAsync(Stop));

        changed.Count(row => row.Now && !row.Before).ShouldBeGreaterThan(20);
        changed.Count(row => !row.Now && row.Before).ShouldBeGreaterThan(5);
        (await demo.In("hst", db => db.Assessments.CountAsync(row => row.IsCurrent, Stop))).ShouldBeLessThan(await demo.In("hst", db => db.Enrolments.CountAsync(Stop)) / 2);
    }

    [Fact]
    public async Task Records_are_kept_by_some_colleges_only_R24()
    {
        (await HasEvidence("zpk", EvidenceCode.NoRecordWhereKept)).ShouldBeTrue();
        (await HasEvidence("vst", EvidenceCode.NoRecordWhereKept)).ShouldBeFalse();
        (await HasEvidence("vst", EvidenceCode.NoRecordWhereNotKept)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_design_programme_is_low_by_the_regions_statistics_R23()
    {
        var block = await demo.In("zpk", async db =>
        {
            var id = await db.Enrolments.Where(row => row.ProgrammeCode == "54.02.01" && row.Status == EnrolmentStatus.Studying).Select(row => row.Id).FirstAsync(Stop);
            return Open(await db.Assessments.AsNoTracking().SingleAsync(row => row.EnrolmentId == id && row.IsCurrent, Stop));
        });

        block.Found.StateOf(1).ShouldBe(CharacteristicState.Present);
        ((double)block.Field.ProgrammeEmployed / block.Field.ProgrammeGraduates).ShouldBeInRange(0.27, 0.31);
        ((double)block.Field.ReferenceEmployed / block.Field.ReferenceGraduates).ShouldBeInRange(0.59, 0.65);
    }

    [Fact]
    public async Task Every_kind_of_source_stands_behind_facts_and_in_the_ledger()
    {
        var sources = await demo.In("zpk", db => db.Evidence.Select(row => row.Source).Distinct().ToListAsync(Stop));

        sources.ShouldBe([EvidenceSource.Import, EvidenceSource.Manual, EvidenceSource.Profiling, EvidenceSource.SystemRecord, EvidenceSource.Plan], ignoreOrder: true);
    }

    [Fact]
    public async Task There_is_something_to_decide()
    {
        (await demo.In("zpk", db => db.DuplicateCandidates.CountAsync(row => row.Decision == DuplicateDecision.Open, Stop))).ShouldBeGreaterThanOrEqualTo(4);
        var run = await demo.In("zpk", db => db.Imports.OrderByDescending(row => row.CreatedAt).FirstAsync(Stop));
        run.State.ShouldBe(ImportState.Applied);
        run.Rejected.ShouldBe(0);
        run.Repaired.ShouldBeGreaterThan(5);
        (await demo.In("zgu", db => db.Enrolments.GroupBy(row => row.PersonId).CountAsync(study => study.Count() == 2, Stop))).ShouldBe(12);
        (await demo.In("zpk", db => db.Consents.CountAsync(Stop))).ShouldBeGreaterThan(1_000);
        (await demo.In("zpk", db => db.ClientRequests.Select(row => row.State).Distinct().CountAsync(Stop))).ShouldBe(4, "requests in every state");
        (await demo.In("zpk", db => db.ClientRequests.Select(row => row.Type).Distinct().CountAsync(Stop))).ShouldBe(10, "of every type");
        await using var scope = demo.Database.EnterInstallation();
        var versions = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().MethodologyVersions.AsNoTracking().ToListAsync(Stop);
        var draft = versions.Single(row => row.RegionCode == "00");
        draft.State.ShouldBe(MethodologyState.Draft);
        MethodologyParameters.FromJson(draft.Parameters).Validate().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_class_before_was_worked_with_over_the_summer_and_somebody_of_it_goes_on_to_another_office()
    {
        var spring = demo.Database.Clock.Today.AddMonths(-6);
        var before = await demo.In("czn-verhnerechensk", db => db.Cases.Where(row => row.OpenedOn < spring).ToListAsync(Stop));
        before.Count.ShouldBeGreaterThan(15);
        before.Select(row => row.Outcome).Distinct().Count().ShouldBeGreaterThanOrEqualTo(8);
        var ids = before.ConvertAll(row => row.Id);
        var questions = await demo.In("czn-verhnerechensk", db => db.FollowUps.Where(row => ids.Contains(row.CaseId)).ToListAsync(Stop));
        questions.ShouldContain(row => row.DoneOn != null);
        questions.ShouldContain(row => row.DoneOn == null);
        (await demo.In("czn-ust-zarechye", db => db.TransferItems.CountAsync(row => row.State == TransferItemState.Waiting, Stop))).ShouldBe(1);
        (await demo.In("zpk", db => db.Enrolments.CountAsync(study => study.Status == EnrolmentStatus.Graduate && db.TransferItems.Any(item => item.EnrolmentId == study.Id), Stop))).ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Only_employment_centres_hold_offences_R1()
    {
        (await Offences("czn-verhnerechensk")).ShouldBeGreaterThan(0);
        (await Offences("zpk")).ShouldBe(0);
    }

    [Fact]
    public async Task The_journal_is_sound_and_tells_of_the_region()
    {
        await using var scope = demo.Database.EnterInstallation();
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().Verify(null, Stop);

        verdict.Sound.ShouldBeTrue();
        (await scope.ServiceProvider.GetRequiredService<MarshrutDb>().AuditEntries.AnyAsync(row => row.Action == AuditActions.DemoRegionMade, Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_start_makes_nothing_anew()
    {
        var again = await demo.Make();

        again.ShouldBe(demo.Counts with { Made = false });
    }

    [Fact]
    public async Task Somebody_elses_database_is_left_alone()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite, services => services.AddMarshrutSeeding());
        await database.AddOrganization();
        await using var scope = database.EnterInstallation();

        var refused = await Should.ThrowAsync<RuleViolation>(() => scope.ServiceProvider.GetRequiredService<DemoRegion>().Make(new DemoRegionInput(), Stop));

        refused.Code.ShouldBe("database-not-empty");
    }

    private Task<bool> HasEvidence(string organization, EvidenceCode code) => demo.In(organization, async db =>
    {
        var assessments = await db.Assessments.AsNoTracking().Where(row => row.IsCurrent).ToListAsync(Stop);
        return assessments.Select(Open).Any(block => Enumerable.Range(8, 3).Any(number => block.Found.EvidenceOf(number).Code == code));
    });

    private Task<int> Offences(string organization) => demo.In(organization, async db =>
    {
        var people = await db.People.AsNoTracking().Select(row => new { row.Id, row.Facts }).ToListAsync(Stop);
        var sealer = demo.Database.Services.GetRequiredService<Sealer>();
        return people.Count(person => !sealer.OpenPersonFacts(person.Facts, person.Id).Get(FactCode.PriorOffence, FactRank.Stated).IsEmpty);
    });

    private AssessmentBlock Open(Assessment assessment) => demo.Database.Services.GetRequiredService<Sealer>().OpenAssessment(assessment.Block, assessment.Id);
}
