using Marshrut.Core.Imports;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Platform.Tenancy;

/// <summary>The third net: no row of another organisation is written, whichever way.</summary>
public class WriteGuardTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_row_of_another_organisation_is_not_added(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (own, foreign) = await TwoColleges(database);
        await using var scope = database.Enter(own);
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        db.RememberedColumns.Add(Column(db.Ids.Take(), foreign));

        await Should.ThrowAsync<TenancyViolation>(() => db.SaveChangesAsync(Cancel));
        (await Stored(database, foreign)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_row_of_another_organisation_is_not_changed_or_removed_by_its_id(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (own, foreign) = await TwoColleges(database);
        var id = await Store(database, foreign);

        foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
        {
            await using var scope = database.Enter(own);
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            db.Entry(Column(id, foreign)).State = state;
            await Should.ThrowAsync<TenancyViolation>(() => db.SaveChangesAsync(Cancel));
        }

        (await Stored(database, foreign)).ShouldBe([(id, "phone")]);
    }

    [Theory, BothDatabases]
    public async Task Writing_without_an_organisation_throws(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (own, _) = await TwoColleges(database);
        await using var scope = database.EnterInstallation();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        db.RememberedColumns.Add(Column(db.Ids.Take(), own));

        await Should.ThrowAsync<TenancyViolation>(() => db.SaveChangesAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task The_bulk_path_adds_no_row_of_another_organisation(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (own, foreign) = await TwoColleges(database);
        await using var scope = database.Enter(own);
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var ids = db.Ids.Reserve(2);
        await using (var transaction = await db.Database.BeginTransactionAsync(Cancel))
        {
            await Should.ThrowAsync<TenancyViolation>(() =>
                scope.ServiceProvider.GetRequiredService<BulkWriter>().Insert([Column(ids, own), Column(ids + 1, foreign)], Cancel));
        }

        (await Stored(database, own)).ShouldBeEmpty();
        (await Stored(database, foreign)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task The_bulk_path_does_not_reach_a_foreign_row_that_is_passed_off_as_ones_own(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (own, foreign) = await TwoColleges(database);
        var id = await Store(database, foreign);
        await using (var scope = database.Enter(own))
        {
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await Should.ThrowAsync<TenancyViolation>(() =>
                scope.ServiceProvider.GetRequiredService<BulkWriter>().Update([Column(id, own, "email")], null, Cancel));
        }

        (await Stored(database, foreign)).ShouldBe([(id, "phone")]);
    }

    [Theory, BothDatabases]
    public async Task The_bulk_path_changes_ones_own_rows(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (own, _) = await TwoColleges(database);
        var id = await Store(database, own);
        await using (var scope = database.Enter(own))
        {
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await scope.ServiceProvider.GetRequiredService<BulkWriter>().Update([Column(id, own, "email")], [nameof(RememberedColumn.FieldKey)], Cancel);
            await transaction.CommitAsync(Cancel);
        }

        (await Stored(database, own)).ShouldBe([(id, "email")]);
    }

    internal static async Task<(Organization Own, Organization Foreign)> TwoColleges(TestDatabase database) =>
        (await database.AddOrganization(OrganizationKind.College), await database.AddOrganization(OrganizationKind.College));

    internal static async Task<long> Store(TestDatabase database, Organization organization)
    {
        await using var scope = database.Enter(organization);
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var row = Column(db.Ids.Take(), organization);
        db.RememberedColumns.Add(row);
        await db.SaveChangesAsync(Cancel);
        return row.Id;
    }

    private static RememberedColumn Column(long id, Organization organization, string key = "phone") =>
        new() { Id = id, OrganizationId = organization.Id, Header = "ТЕЛЕФОН", FieldKey = key };

    private static async Task<List<(long, string)>> Stored(TestDatabase database, Organization organization)
    {
        await using var scope = database.Enter(organization);
        var rows = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().RememberedColumns.Select(row => new { row.Id, row.FieldKey }).ToListAsync(Cancel);
        return [.. rows.Select(row => (row.Id, row.FieldKey))];
    }
}
