using Marshrut.Core;
using Marshrut.Core.Installation;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Installation;

public class InstallationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_folder_becomes_an_installation_and_a_second_migration_changes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("marshrut-empty-").FullName;
        var settings = new CoreSettings(new DatabaseOptions(), folder, Path.Combine(folder, "keys"), AnyoneHoldsRestrictedFacts: false);
        await using (var services = Program(settings))
        {
            (await Migrate(services)).ShouldNotBeEmpty();
            (await Migrate(services)).ShouldBeEmpty();
            await Prepare(services, mayMigrate: false);
            (await Report(services)).IsSound.ShouldBeTrue();
        }

        await TestDatabase.Remove(settings);
    }

    [Fact]
    public async Task Check_of_an_empty_folder_prepares_it_as_every_verb_does_on_SQLite()
    {
        var folder = Directory.CreateTempSubdirectory("marshrut-check-").FullName;
        var settings = new CoreSettings(new DatabaseOptions(), folder, Path.Combine(folder, "keys"), AnyoneHoldsRestrictedFacts: false);
        await using (var services = Program(settings))
        {
            (await Report(services)).Findings.ShouldAllBe(finding => finding.Level == FindingLevel.Sound);
        }

        await TestDatabase.Remove(settings);
    }

    [Theory, BothDatabases]
    public async Task A_migrated_installation_is_sound_on_every_count(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);

        var report = await Report(database.Services);

        report.Findings.Where(finding => finding.Level != FindingLevel.Sound).ShouldBeEmpty();
        report.Findings.Select(finding => finding.Code).ShouldBeSubsetOf(["storage", "key-ring", "database", "schema", "imports", "jobs", "mail", "audit"]);
        report.Findings.Count.ShouldBe(provider == DatabaseProvider.Sqlite ? 8 : 7);
    }

    [Fact]
    public async Task On_PostgreSQL_a_verb_other_than_migrate_refuses_an_older_schema()
    {
        await using var database = await Remembering(DatabaseProvider.Postgres);
        await database.ExecuteSql("DELETE FROM \"__EFMigrationsHistory\"");

        var problem = await Should.ThrowAsync<InstallationProblem>(() => Prepare(database.Services, mayMigrate: false));

        problem.Code.ShouldBe("schema-old");
        problem.Message.ShouldContain("marshrut migrate");
        (await Report(database.Services)).IsSound.ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task An_older_program_refuses_a_newer_database(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        await database.ExecuteSql("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29990101000000_Later', '99.0')");

        (await Should.ThrowAsync<InstallationProblem>(() => Prepare(database.Services, mayMigrate: true))).Code.ShouldBe("schema-new");
    }

    [Theory, BothDatabases]
    public async Task Without_tables_of_jobs_a_server_says_what_to_run_and_migrate_makes_them(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        await using (var connection = await database.Services.GetRequiredService<JobDatabase>().Open(Cancel))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE job_store; DROP TABLE job_runs";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        await using (var scope = database.EnterInstallation())
        {
            var check = scope.ServiceProvider.GetRequiredService<CheckSchema>();
            (await Should.ThrowAsync<InstallationProblem>(() => check.Check(Cancel))).Code.ShouldBe("jobs-schema");
        }

        await Migrate(database.Services);
        await Prepare(database.Services, mayMigrate: false);
    }

    [Fact]
    public async Task A_migration_of_SQLite_killed_half_way_does_not_lock_the_next_one_out()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await database.ExecuteSql("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");
        var name = await OnlyMigration(database);
        await UndoEverything(database);

        (await Migrate(database.Services).WaitAsync(TimeSpan.FromSeconds(60), Cancel)).ShouldContain(name);
    }

    [Theory, BothDatabases]
    public async Task A_program_with_another_key_ring_refuses(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        var other = database.Settings with { KeysPath = Path.Combine(database.Settings.StoragePath, "other-keys") };
        Directory.CreateDirectory(other.KeysPath);

        await using (var missing = Program(other))
        {
            (await Should.ThrowAsync<InstallationProblem>(() => Prepare(missing, mayMigrate: true))).Code.ShouldBe("key-ring-missing");
            (await Report(missing)).Findings.ShouldContain(finding => finding.Code == "key-ring-missing" && finding.Level == FindingLevel.Problem);
        }

        Directory.GetFiles(other.KeysPath).ShouldBeEmpty("a refused program must not leave a ring that looks like the right one");
        KeyRing.Open(other.KeysPath, database.Clock);
        await using var foreign = Program(other);
        (await Should.ThrowAsync<InstallationProblem>(() => Prepare(foreign, mayMigrate: true))).Code.ShouldBe("key-ring-foreign");
        (await Report(foreign)).IsSound.ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task A_node_with_a_copy_of_the_ring_from_before_a_rotation_refuses(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        var stale = Path.Combine(database.Settings.StoragePath, "stale-keys");
        Directory.CreateDirectory(stale);
        File.Copy(Path.Combine(database.Settings.KeysPath, "ring.json"), Path.Combine(stale, "ring.json"));
        await using (var scope = database.EnterInstallation())
        {
            (await scope.ServiceProvider.GetRequiredService<RotateKeys>().Rotate(new RotateKeysInput(NewKey: true), Cancel)).Key.ShouldBe(2u);
        }

        await using var node = Program(database.Settings with { KeysPath = stale });
        (await Should.ThrowAsync<InstallationProblem>(() => Prepare(node, mayMigrate: true))).Code.ShouldBe("key-ring-old");
        await using var current = Program(database.Settings);
        await Prepare(current, mayMigrate: false);
    }

    [Theory, BothDatabases]
    public async Task Keys_that_were_swapped_under_the_same_id_are_found(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        var path = Path.Combine(database.Settings.KeysPath, "ring.json");
        var ring = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(path, Cancel))!;
        ring["keys"]![0]!["key"] = Convert.ToBase64String(new byte[32]);
        await File.WriteAllTextAsync(path, ring.ToJsonString(), Cancel);

        await using var program = Program(database.Settings);
        (await Should.ThrowAsync<InstallationProblem>(() => Prepare(program, mayMigrate: true))).Code.ShouldBe("key-ring-damaged");
    }

    [Fact]
    public async Task Keys_that_other_users_of_the_machine_may_read_are_worth_attention()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var database = await Remembering(DatabaseProvider.Sqlite);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(database.Settings.KeysPath, "ring.json"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        }

        var report = await Report(database.Services);

        report.Findings.ShouldContain(finding => finding.Code == "key-ring-open" && finding.Level == FindingLevel.Attention);
        report.IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task A_silent_database_is_a_finding_and_not_a_crash()
    {
        var folder = Directory.CreateTempSubdirectory("marshrut-silent-").FullName;
        var options = new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2" };
        await using var services = Program(new CoreSettings(options, folder, Path.Combine(folder, "keys"), AnyoneHoldsRestrictedFacts: false));

        (await Report(services)).Findings.ShouldContain(finding => finding.Code == "database-silent" && finding.Level == FindingLevel.Problem);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<TestDatabase> Remembering(DatabaseProvider provider)
    {
        var database = await TestDatabase.Create(provider);
        await Migrate(database.Services);
        return database;
    }

    private static ServiceProvider Program(CoreSettings settings) =>
        new ServiceCollection().AddLogging().AddMarshrutCore(settings).BuildServiceProvider(validateScopes: true);

    private static async Task<IReadOnlyList<string>> Migrate(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MigrateDatabase>().Migrate(Cancel);
    }

    private static async Task Prepare(IServiceProvider services, bool mayMigrate)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PrepareDatabase>();
        await (mayMigrate ? database.Migrate(Cancel) : database.Prepare(Cancel));
    }

    private static async Task<InstallationReport> Report(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CheckInstallation>().Check(Cancel);
    }

    private static async Task<string> OnlyMigration(TestDatabase database)
    {
        await using var scope = database.EnterInstallation();
        return scope.ServiceProvider.GetRequiredService<MarshrutDb>().Database.GetMigrations().First();
    }

    /// <summary>As if no migration had been applied, the mark of the killed one still there.</summary>
    private static async Task UndoEverything(TestDatabase database)
    {
        await using var scope = database.EnterInstallation();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var tables = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '__EFMigrationsLock'").ToListAsync(Cancel);
        await database.ExecuteSql("PRAGMA foreign_keys=OFF; " + string.Concat(tables.Select(table => $"DROP TABLE \"{table}\"; ")));
    }
}
