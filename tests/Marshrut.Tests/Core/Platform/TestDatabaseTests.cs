using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Platform;

public class TestDatabaseTests
{
    [Theory, BothDatabases]
    public async Task Each_test_begins_with_an_empty_migrated_installation(DatabaseProvider provider)
    {
        await using var first = await TestDatabase.Create(provider);
        await first.AddOrganization(OrganizationKind.College);
        await using var second = await TestDatabase.Create(provider);
        await using var scope = second.EnterInstallation();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();

        (await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await db.Organizations.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await db.Regions.CountAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(80);
    }

    [Theory, BothDatabases]
    public async Task The_model_and_the_migrations_of_each_database_agree(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var scope = database.EnterInstallation();

        scope.ServiceProvider.GetRequiredService<MarshrutDb>().Database.HasPendingModelChanges().ShouldBeFalse();
    }
}
