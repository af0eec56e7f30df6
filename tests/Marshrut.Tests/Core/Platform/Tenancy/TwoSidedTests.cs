using Marshrut.Core.Agreements;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.Core.Agreements;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Platform.Tenancy;

/// <summary>The second and third nets around rows of two organisations: exactly the two see and write them, and a row never goes over to others.</summary>
public class TwoSidedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Exactly_the_two_parties_see_a_row(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre, third, id) = await Three(database);

        foreach (var (organization, seen) in new[] { (college, 1), (centre, 1), (third, 0) })
        {
            await using var scope = database.Enter(organization);
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            (await db.Agreements.CountAsync(Cancel)).ShouldBe(seen);
            (await db.Agreements.FindAsync([id], Cancel) is null).ShouldBe(seen == 0);
        }
    }

    [Theory, BothDatabases]
    public async Task Reading_and_writing_without_an_organisation_throws(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre, _, _) = await Three(database);
        await using var region = database.EnterRegion("00");
        await using var nowhere = database.EnterInstallation();
        foreach (var scope in new[] { region, nowhere })
        {
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            var problem = await Should.ThrowAsync<Exception>(() => db.Agreements.AnyAsync(Cancel));
            (problem as TenancyViolation ?? problem.InnerException).ShouldBeOfType<TenancyViolation>();
            db.Agreements.Add(MadeAgreement.Between(college, centre, db.Ids.Take(), MadeAgreement.Terms("2")));
            await Should.ThrowAsync<TenancyViolation>(() => db.SaveChangesAsync(Cancel));
        }
    }

    [Theory, BothDatabases]
    public async Task A_third_organisation_adds_nothing_between_others(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre, third, id) = await Three(database);
        await using (var scope = database.Enter(third))
        {
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            db.Agreements.Add(MadeAgreement.Between(college, centre, db.Ids.Take(), MadeAgreement.Terms("2")));
            await Should.ThrowAsync<TenancyViolation>(() => db.SaveChangesAsync(Cancel));
        }

        (await Stored(database, college)).ShouldBe([(id, "12/2026")]);
    }

    [Theory, BothDatabases]
    public async Task A_third_organisation_changes_and_removes_nothing_not_even_passed_off_as_its_own(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre, third, id) = await Three(database);
        foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
        {
            await using var scope = database.Enter(third);
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            db.Entry(MadeAgreement.Between(college, centre, id, MadeAgreement.Terms("чужой"))).State = state;
            await Should.ThrowAsync<TenancyViolation>(() => db.SaveChangesAsync(Cancel));
            db.ChangeTracker.Clear();
            db.Entry(MadeAgreement.Between(third, centre, id, MadeAgreement.Terms("чужой"))).State = state;
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Cancel));
        }

        (await Stored(database, college)).ShouldBe([(id, "12/2026")]);
    }

    [Theory, BothDatabases]
    public async Task No_party_gives_a_row_over_to_another(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre, third, id) = await Three(database);
        foreach (var (actor, party) in new[]
        {
            (centre, nameof(ITwoSided.FromOrganizationId)), (college, nameof(ITwoSided.FromOrganizationId)), (college, nameof(ITwoSided.ToOrganizationId)),
        })
        {
            await using var scope = database.Enter(actor);
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            var row = await db.Agreements.SingleAsync(Cancel);
            db.Entry(row).Property(party).CurrentValue = third.Id;
            await Should.ThrowAsync<TenancyViolation>(() => db.SaveChangesAsync(Cancel));
        }

        (await Stored(database, college)).ShouldBe([(id, "12/2026")]);
        (await Stored(database, third)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task The_bulk_path_writes_for_the_parties_alone_and_moves_no_row(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre, third, id) = await Three(database);
        await Bulk(college, bulk => bulk.Update([MadeAgreement.Between(college, centre, id, MadeAgreement.Terms("14"))], null, Cancel));
        await Bulk(centre, bulk => bulk.Update([MadeAgreement.Between(college, centre, id, MadeAgreement.Terms("15"))], [nameof(Agreement.Number)], Cancel));
        (await Stored(database, college)).ShouldBe([(id, "15")]);

        await Refused(third, bulk => bulk.Update([MadeAgreement.Between(college, centre, id, MadeAgreement.Terms("чужой"))], null, Cancel));
        await Refused(third, bulk => bulk.Update([MadeAgreement.Between(third, centre, id, MadeAgreement.Terms("чужой"))], null, Cancel));
        await Refused(centre, bulk => bulk.Update([MadeAgreement.Between(third, centre, id, MadeAgreement.Terms("чужой"))], null, Cancel));
        await Refused(third, bulk => bulk.Insert([MadeAgreement.Between(college, centre, id + 1, MadeAgreement.Terms("чужой"))], Cancel));
        (await Stored(database, college)).ShouldBe([(id, "15")]);
        (await Stored(database, third)).ShouldBeEmpty();

        Task Refused(Organization organization, Func<BulkWriter, Task> write) => Should.ThrowAsync<TenancyViolation>(() => Bulk(organization, write));
        async Task Bulk(Organization organization, Func<BulkWriter, Task> write)
        {
            await using var scope = database.Enter(organization);
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await write(scope.ServiceProvider.GetRequiredService<BulkWriter>());
            await transaction.CommitAsync(Cancel);
        }
    }

    [Fact]
    public void Every_table_of_two_organisations_is_filtered_and_its_parties_are_fixed()
    {
        using var db = UnopenedDb.Of(DatabaseProvider.Sqlite);
        var tables = db.Model.GetEntityTypes()
            .Where(table => table.FindProperty(nameof(ITwoSided.FromOrganizationId)) is not null || table.FindProperty(nameof(ITwoSided.ToOrganizationId)) is not null)
            .ToList();

        tables.Select(table => table.ClrType).ShouldContain(typeof(Agreement));
        tables.ShouldAllBe(table => table.ClrType.IsAssignableTo(typeof(ITwoSided)) && !table.ClrType.IsAssignableTo(typeof(IOwned)));
        tables.ShouldAllBe(table => table.FindDeclaredQueryFilter(MarshrutDb.TwoPartyFilter) != null);
        tables.ShouldAllBe(table => table.FindProperty(nameof(ITwoSided.FromOrganizationId))!.IsConcurrencyToken && table.FindProperty(nameof(ITwoSided.ToOrganizationId))!.IsConcurrencyToken);
    }

    private static async Task<(Organization College, Organization Centre, Organization Third, long Id)> Three(TestDatabase database)
    {
        var college = await database.AddOrganization(OrganizationKind.College);
        var centre = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        var third = await database.AddOrganization(OrganizationKind.College);
        return (college, centre, third, await MadeAgreement.Add(database, college, centre));
    }

    private static async Task<List<(long, string)>> Stored(TestDatabase database, Organization organization)
    {
        await using var scope = database.Enter(organization);
        var rows = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Agreements.Select(row => new { row.Id, row.Number }).ToListAsync(Cancel);
        return [.. rows.Select(row => (row.Id, row.Number))];
    }
}
