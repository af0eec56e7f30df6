using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Seeding;
using Marshrut.Seeding.Demo;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Seeding;

/// <summary>The demo region, made once for the tests that read it.</summary>
public sealed class DemoDatabase : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public DemoRegionCounts Counts { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.Create(DatabaseProvider.Sqlite, services => services.AddMarshrutSeeding());
        Counts = await Make();
    }

    public async Task<DemoRegionCounts> Make()
    {
        await using var scope = Database.EnterInstallation("system:cli");
        return await scope.ServiceProvider.GetRequiredService<DemoRegion>().Make(new DemoRegionInput(), TestContext.Current.CancellationToken);
    }

    public async Task<Organization> Find(string code)
    {
        await using var scope = Database.EnterInstallation();
        return await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Organizations.AsNoTracking()
            .SingleAsync(row => row.Code == code, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads from the table of one organisation.</summary>
    public async Task<T> In<T>(string code, Func<MarshrutDb, Task<T>> read)
    {
        await using var scope = Database.Enter(await Find(code));
        return await read(scope.ServiceProvider.GetRequiredService<MarshrutDb>());
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class DemoDatabaseCollection : ICollectionFixture<DemoDatabase>
{
    public const string Name = "demo region";
}
