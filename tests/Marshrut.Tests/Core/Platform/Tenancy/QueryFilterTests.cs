using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Platform.Tenancy;

/// <summary>The second net: a query sees the rows of the organisation in scope, and without one it does not run.</summary>
public class QueryFilterTests
{
    /// <summary>Tables that name an organisation and are read by their user, who may work for several.</summary>
    private static readonly Type[] Shared = [typeof(Membership), typeof(Notice)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Rows_of_another_organisation_are_not_seen(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (own, foreign) = await WriteGuardTests.TwoColleges(database);
        var mine = await WriteGuardTests.Store(database, own);
        var theirs = await WriteGuardTests.Store(database, foreign);
        await using var scope = database.Enter(own);
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();

        (await db.RememberedColumns.Select(row => row.Id).ToListAsync(Cancel)).ShouldBe([mine]);
        (await db.RememberedColumns.FindAsync([theirs], Cancel)).ShouldBeNull();
        (await db.RememberedColumns.CountAsync(row => row.Id == theirs, Cancel)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task The_same_context_follows_the_scope_and_keeps_no_old_organisation(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (own, foreign) = await WriteGuardTests.TwoColleges(database);
        var mine = await WriteGuardTests.Store(database, own);
        var theirs = await WriteGuardTests.Store(database, foreign);
        for (var turn = 0; turn < 2; turn++)
        {
            foreach (var (organization, id) in new[] { (own, mine), (foreign, theirs) })
            {
                await using var scope = database.Enter(organization);
                var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
                (await db.RememberedColumns.Select(row => row.Id).SingleAsync(Cancel)).ShouldBe(id);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Reading_without_an_organisation_throws(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var region = database.EnterRegion("00");
        await using var nowhere = database.EnterInstallation();

        foreach (var scope in new[] { region, nowhere })
        {
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            var problem = await Should.ThrowAsync<Exception>(() => db.People.AnyAsync(Cancel));
            Causes(problem).ShouldContain(cause => cause is TenancyViolation);
        }
    }

    [Fact]
    public void Every_table_of_an_organisation_is_filtered()
    {
        using var db = UnopenedDb.Of(DatabaseProvider.Sqlite);
        var tables = db.Model.GetEntityTypes().Where(table => table.FindProperty(nameof(IOwned.OrganizationId)) is not null && !Shared.Contains(table.ClrType)).ToList();

        tables.Count.ShouldBeGreaterThan(5);
        tables.Where(table => !table.ClrType.IsAssignableTo(typeof(IOwned)) || table.FindDeclaredQueryFilter(MarshrutDb.OwnFilter) is null)
            .Select(table => table.ClrType.Name)
            .ShouldBeEmpty();
    }

    private static IEnumerable<Exception> Causes(Exception? problem)
    {
        for (; problem is not null; problem = problem.InnerException)
        {
            yield return problem;
        }
    }
}
