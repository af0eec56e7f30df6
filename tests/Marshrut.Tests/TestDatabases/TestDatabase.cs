using Marshrut.Core;
using Marshrut.Core.Installation;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Platform.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.TestDatabases;

/// <summary>
/// A fresh, migrated, empty installation on one of the two databases, with the core's services over it and a clock that stands still. One per test
/// (a copy of a migrated template: milliseconds), or one per class where a test only reads.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly string[] TemplateFiles = ["marshrut.db", JobDatabase.FileName];
    private static string? sqliteTemplate;
    private readonly ServiceProvider services;
    private int organizations;

    private TestDatabase(CoreSettings settings, FixedClock clock, Action<IServiceCollection>? more)
    {
        Settings = settings;
        Clock = clock;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddMarshrutCore(settings);
        more?.Invoke(collection);
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public CoreSettings Settings { get; }

    public FixedClock Clock { get; }

    public IServiceProvider Services => services;

    public DatabaseProvider Provider => Settings.Database.Provider;

    public string ConnectionString => services.GetRequiredService<DatabaseAccess>().ConnectionString;

    /// <param name="provider">From <see cref="BothDatabasesAttribute"/>.</param>
    /// <param name="more">Services that the test adds or replaces.</param>
    public static async Task<TestDatabase> Create(DatabaseProvider provider, Action<IServiceCollection>? more = null) =>
        new(await NewInstallation(provider), new FixedClock(), more);

    /// <summary>Settings of a fresh, migrated, empty installation: for tests that start a host of their own. The caller gives it to <see cref="Remove"/> afterwards.</summary>
    public static async Task<CoreSettings> NewInstallation(DatabaseProvider provider)
    {
        var storage = Directory.CreateTempSubdirectory("marshrut-test-").FullName;
        string? connection = null;
        if (provider == DatabaseProvider.Postgres)
        {
            connection = await PostgresServer.NewDatabase(database => Migrate(SettingsFor(provider, database, storage)));
        }
        else
        {
            foreach (var file in TemplateFiles)
            {
                File.Copy(Path.Combine(await SqliteTemplate(), file), Path.Combine(storage, file));
            }
        }

        return SettingsFor(provider, connection, storage);
    }

    public static async Task Remove(CoreSettings installation)
    {
        if (installation.Database.Provider == DatabaseProvider.Postgres)
        {
            await PostgresServer.Drop(new DatabaseAccess(installation.Database, installation.StoragePath).ConnectionString);
        }
        else
        {
            using var connection = new SqliteConnection(new DatabaseAccess(installation.Database, installation.StoragePath).ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(installation.StoragePath, recursive: true);
    }

    /// <summary>A scope that acts for the organisation. Dispose it before the database.</summary>
    public AsyncServiceScope Enter(Organization organization, string actor = "user:1", bool mayHandleRestricted = false)
    {
        var scope = EnterInstallation(actor);
        scope.ServiceProvider.GetRequiredService<ActingScope>().EnterOrganization(organization.Id, organization.RegionCode, mayHandleRestricted);
        return scope;
    }

    public AsyncServiceScope EnterRegion(string regionCode, string actor = "user:1")
    {
        var scope = EnterInstallation(actor);
        scope.ServiceProvider.GetRequiredService<ActingScope>().EnterRegion(regionCode);
        return scope;
    }

    /// <summary>A scope without organisation and region: what an administrator or a command has.</summary>
    public AsyncServiceScope EnterInstallation(string actor = "user:1")
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().ActAs(actor);
        return scope;
    }

    /// <summary>An organisation put straight into the table, without the use case and its journal line.</summary>
    public async Task<Organization> AddOrganization(OrganizationKind kind = OrganizationKind.College, string? code = null, string regionCode = "00")
    {
        await using var scope = EnterInstallation();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var number = ++organizations;
        var organization = new Organization
        {
            Id = db.Ids.Take(),
            Code = code ?? $"{kind.ToString().ToLowerInvariant()}-{number}",
            Name = $"Организация {number}",
            Kind = kind,
            RegionCode = regionCode,
            CreatedAt = Clock.GetUtcNow().UtcDateTime,
        };
        db.Organizations.Add(organization);
        await db.SaveChangesAsync();
        return organization;
    }

    /// <summary>Runs SQL beside all nets, as somebody with a database client would.</summary>
    public async Task<int> ExecuteSql(string sql)
    {
        await using var connection = services.GetRequiredService<DatabaseAccess>().Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Remove(Settings);
    }

    private static CoreSettings SettingsFor(DatabaseProvider provider, string? connection, string storage) =>
        new(new DatabaseOptions { Provider = provider, ConnectionString = connection }, storage, Path.Combine(storage, "keys"), AnyoneHoldsRestrictedFacts: false);

    private static async Task<string> SqliteTemplate()
    {
        await Gate.WaitAsync();
        try
        {
            if (sqliteTemplate is null)
            {
                var folder = Directory.CreateTempSubdirectory("marshrut-template-").FullName;
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
                await Migrate(SettingsFor(DatabaseProvider.Sqlite, null, folder));
                foreach (var file in TemplateFiles)
                {
                    // One file, without a WAL beside it, copies as a whole.
                    using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, file), Pooling = false }.ToString());
                    connection.Open();
                    using var command = connection.CreateCommand();
                    command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                    command.ExecuteNonQuery();
                }

                sqliteTemplate = folder;
            }

            return sqliteTemplate;
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task Migrate(CoreSettings settings)
    {
        await using var provider = new ServiceCollection().AddLogging().AddMarshrutCore(settings).BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().Migrate(CancellationToken.None);

        // Each copy gets a key ring of its own.
        await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Settings.ExecuteDeleteAsync();
        if (settings.Database.Provider == DatabaseProvider.Postgres)
        {
            Npgsql.NpgsqlConnection.ClearPool(new Npgsql.NpgsqlConnection(new DatabaseAccess(settings.Database, settings.StoragePath).ConnectionString));
        }
        else
        {
            SqliteConnection.ClearPool(new SqliteConnection(new DatabaseAccess(settings.Database, settings.StoragePath).ConnectionString));
        }
    }
}
