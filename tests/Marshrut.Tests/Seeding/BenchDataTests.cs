using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Risk;
using Marshrut.Seeding;
using Marshrut.Seeding.Bench;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Seeding;

public class BenchDataTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Exactly_so_many_people_are_made_and_can_be_assessed_R32(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider, services => services.AddMarshrutSeeding());

        var counts = await Make(database, 2_500);

        counts.People.ShouldBe(2_500);
        await using var scope = database.EnterInstallation();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var organizations = await db.Organizations.AsNoTracking().ToListAsync(Stop);
        organizations.Count.ShouldBe(counts.Organizations);
        organizations.ShouldAllBe(row => row.RegionCode == "00");
        organizations.ShouldContain(row => row.Kind == OrganizationKind.EmploymentCentre);
        (await db.GraduateStatistics.CountAsync(Stop)).ShouldBe(counts.Statistics);
        (await db.AuditEntries.Select(row => row.Action).ToListAsync(Stop)).ShouldBe([AuditActions.BenchDataMade]);
        (await Count(database, organizations, db => db.People)).ShouldBe(2_500);
        (await Count(database, organizations, db => db.Enrolments)).ShouldBe(2_500);
        var assessed = await Assess(database, organizations.First(row => row.Kind == OrganizationKind.College));
        ((double)assessed.High / assessed.Assessed).ShouldBeInRange(0.15, 0.6);
        assessed.Preliminary.ShouldBeGreaterThan(0);
    }

    [Theory, BothDatabases]
    public async Task A_database_with_organisations_is_refused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider, services => services.AddMarshrutSeeding());
        await database.AddOrganization();

        (await Refusal(database, 10)).ShouldBe("database-not-empty");
    }

    [Fact]
    public async Task A_second_run_is_refused_and_an_unfinished_one_is_completed_R37()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite, services => services.AddMarshrutSeeding());
        (await Refusal(database, 0)).ShouldBe("people-count");
        await Make(database, 4_000);
        (await Refusal(database, 4_000)).ShouldBe("database-not-empty");

        // As a killed run leaves it: the mark stands, the last organisation is not there yet.
        await database.ExecuteSql(
            """
            UPDATE installation_settings SET value = '4000 20261123' WHERE key = 'bench-data';
            DELETE FROM graduate_statistics;
            DELETE FROM enrolments WHERE organization_id = (SELECT max(id) FROM organizations);
            DELETE FROM people WHERE organization_id = (SELECT max(id) FROM organizations);
            DELETE FROM organizations WHERE id = (SELECT max(id) FROM organizations);
            """);

        (await Refusal(database, 5_000)).ShouldBe("bench-data-unfinished");
        var counts = await Make(database, 4_000);

        await using var scope = database.EnterInstallation();
        var organizations = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Organizations.AsNoTracking().ToListAsync(Stop);
        organizations.Count.ShouldBe(counts.Organizations);
        (await Count(database, organizations, db => db.People)).ShouldBe(4_000);
    }

    private static async Task<BenchDataCounts> Make(TestDatabase database, int people)
    {
        await using var scope = database.EnterInstallation("system:cli");
        return await scope.ServiceProvider.GetRequiredService<BenchData>().Make(new BenchDataInput(people), Stop);
    }

    private static async Task<string> Refusal(TestDatabase database, int people) =>
        (await Should.ThrowAsync<RuleViolation>(() => Make(database, people))).Code;

    private static async Task<int> Count<T>(TestDatabase database, List<Organization> organizations, Func<MarshrutDb, IQueryable<T>> rows)
    {
        var total = 0;
        foreach (var organization in organizations)
        {
            await using var scope = database.Enter(organization);
            total += await rows(scope.ServiceProvider.GetRequiredService<MarshrutDb>()).CountAsync(Stop);
        }

        return total;
    }

    private static async Task<AssessmentCounts> Assess(TestDatabase database, Organization organization)
    {
        await using var scope = database.EnterInstallation("system:cli");
        await scope.ServiceProvider.GetRequiredService<MethodologyInForce>().SeedFederal(database.Clock, Stop);
        scope.ServiceProvider.GetRequiredService<ActingScope>().EnterOrganization(organization.Id, organization.RegionCode);
        return await scope.ServiceProvider.GetRequiredService<AssessOrganization>().Assess(new AssessOrganizationInput(database.Clock.Today, false), Stop);
    }
}
