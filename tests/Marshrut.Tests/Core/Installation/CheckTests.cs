using Marshrut.Core;
using Marshrut.Core.Imports;
using Marshrut.Core.Installation;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Risk;
using Marshrut.Tests.TestDatabases;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Installation;

/// <summary>Each thing that <c>check</c> may find (R30), brought about as it comes about.</summary>
public class CheckTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_file_in_the_place_of_the_folder_closes_the_storage(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        var file = Path.Combine(database.Settings.StoragePath, "file");
        await File.WriteAllTextAsync(file, "x", Cancel);

        var findings = await Look(database.Settings with { StoragePath = file });

        findings[0].Code.ShouldBe("storage-closed");
        findings[0].Level.ShouldBe(FindingLevel.Problem);
        findings.Count(finding => finding.Code == "storage-closed").ShouldBe(1);
    }

    /// <summary>A system folder in which nobody, not even root, makes a file.</summary>
    [Theory, BothDatabases]
    public async Task A_folder_that_takes_no_files_closes_the_storage(DatabaseProvider provider)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no such folder elsewhere.");
        await using var database = await Remembering(provider);

        var findings = await Look(database.Settings with { StoragePath = "/proc/self" });

        findings[0].Code.ShouldBe("storage-closed");
        findings[0].Message.ShouldContain("/proc/self");
    }

    [Theory, BothDatabases]
    public async Task Little_space_is_worth_attention_and_no_failure(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);

        (await Look(database.Settings with { LittleSpace = long.MaxValue })).Where(finding => finding.Level != FindingLevel.Sound).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(found => found.Code.ShouldBe("storage-low"), found => found.Level.ShouldBe(FindingLevel.Attention));
    }

    [Fact]
    public async Task On_PostgreSQL_an_older_schema_and_missing_tables_of_jobs_are_found()
    {
        await using var database = await Remembering(DatabaseProvider.Postgres);
        await database.ExecuteSql("DROP TABLE job_store");
        (await Found(database)).ShouldBe("jobs-schema");
        await database.ExecuteSql("DELETE FROM \"__EFMigrationsHistory\"");

        (await Found(database)).ShouldBe("schema-old");
    }

    [Theory, BothDatabases]
    public async Task A_newer_schema_is_found(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        await database.ExecuteSql("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29990101000000_Later', '99.0')");

        (await Found(database)).ShouldBe("schema-new");
    }

    [Fact]
    public async Task A_database_that_was_never_told_of_a_ring_is_found_and_gets_none()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Postgres);
        var keys = Path.Combine(database.Settings.StoragePath, "new-keys");

        (await Look(database.Settings with { KeysPath = keys })).Where(finding => finding.Level == FindingLevel.Problem).ShouldHaveSingleItem().Code.ShouldBe("key-ring-unknown");
        Directory.Exists(keys).ShouldBeFalse("a check makes no ring");
    }

    [Theory, BothDatabases]
    public async Task A_ring_that_is_missing_foreign_damaged_or_unreadable_is_found(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        var ring = Path.Combine(database.Settings.KeysPath, "ring.json");
        var good = await File.ReadAllTextAsync(ring, Cancel);

        File.Delete(ring);
        (await Found(database)).ShouldBe("key-ring-missing");

        KeyRing.Open(database.Settings.KeysPath, database.Clock);
        (await Found(database)).ShouldBe("key-ring-foreign");

        await File.WriteAllTextAsync(ring, good[..(good.Length / 2)], Cancel);
        (await Found(database)).ShouldBe("key-ring-damaged");
        await File.WriteAllTextAsync(ring, good.Replace("\"key\":\"", "\"key\":\"АБВ", StringComparison.Ordinal), Cancel);
        (await Found(database)).ShouldBe("key-ring-damaged");

        if (OperatingSystem.IsLinux())
        {
            // Reading this one fails for everybody.
            File.Delete(ring);
            File.CreateSymbolicLink(ring, "/proc/self/mem");
            (await Found(database)).ShouldBe("key-ring-unreadable");
            File.Delete(ring);
        }

        await File.WriteAllTextAsync(ring, good, Cancel);
        (await Look(database.Settings)).ShouldNotContain(finding => finding.Level == FindingLevel.Problem);
    }

    [Theory, BothDatabases]
    public async Task A_ring_from_before_a_change_of_keys_is_found(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        database.Services.GetRequiredService<InstallationSettings>().Write(("key-ring.newest-key", "2"));

        (await Found(database)).ShouldBe("key-ring-old");
    }

    [Theory, BothDatabases]
    public async Task An_import_half_applied_is_found_whatever_else_its_organisation_does(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        var college = await database.AddOrganization();
        var queued = await AddImport(database, college, ImportState.Queued);
        await Order(database, college, AssessWork.Name, new { });
        await Order(database, college, ApplyImportWork.Name, new ApplyImportOrder(queued + 1_000_000));
        (await Found(database)).ShouldBe("import-forgotten");

        await Order(database, college, ApplyImportWork.Name, new ApplyImportOrder(queued));
        (await Look(database.Settings)).ShouldNotContain(finding => finding.Level == FindingLevel.Problem);

        var half = await AddImport(database, college, ImportState.Applied);
        var findings = await Look(database.Settings);
        findings.Where(finding => finding.Level == FindingLevel.Problem).ShouldHaveSingleItem().Message.ShouldContain(half.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory, BothDatabases]
    public async Task Tables_of_the_schedule_that_somebody_changed_are_found(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        await OnJobs(database, "DROP TABLE qrtz_cron_triggers");

        (await Found(database)).ShouldBe("jobs-damaged");
    }

    [Fact]
    public async Task A_damaged_file_of_jobs_is_not_taken_for_a_damaged_register()
    {
        await using var database = await Remembering(DatabaseProvider.Sqlite);
        var jobs = Path.Combine(database.Settings.StoragePath, JobDatabase.FileName);
        SqliteConnection.ClearAllPools();
        File.Delete(jobs + "-wal");
        await File.WriteAllTextAsync(jobs, new string('x', 8192), Cancel);

        var findings = await Look(database.Settings);

        findings.ShouldContain(finding => finding.Code == "jobs-damaged" && finding.Level == FindingLevel.Problem && finding.Message.Contains(jobs, StringComparison.Ordinal));
        findings.ShouldContain(finding => finding.Code == "database" && finding.Level == FindingLevel.Sound);
    }

    [Fact]
    public async Task A_file_of_jobs_that_does_not_open_is_not_for_deletion()
    {
        await using var database = await Remembering(DatabaseProvider.Sqlite);
        var jobs = Path.Combine(database.Settings.StoragePath, JobDatabase.FileName);
        SqliteConnection.ClearAllPools();
        File.Delete(jobs + "-wal");
        File.Delete(jobs);
        Directory.CreateDirectory(jobs);

        var findings = await Look(database.Settings);

        findings.ShouldContain(finding => finding.Code == "database-silent" && finding.Level == FindingLevel.Problem);
        findings.ShouldAllBe(finding => !finding.Message.Contains("удалите", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_work_that_nobody_takes_up_is_worth_attention(DatabaseProvider provider)
    {
        await using var database = await Remembering(provider);
        await Order(database, await database.AddOrganization(), AssessWork.Name, new { });
        await OnJobs(database, "UPDATE job_runs SET created_at = 0");

        (await Look(database.Settings)).Where(finding => finding.Level != FindingLevel.Sound).ShouldHaveSingleItem().Code.ShouldBe("jobs-waiting");
    }

    [Theory, BothDatabases]
    public async Task A_journal_whose_end_does_not_fit_its_head_is_found(DatabaseProvider provider)
    {
        string[] attacks =
        [
            "DELETE FROM audit_entries WHERE sequence = 2",
            "DELETE FROM audit_entries",
            "DELETE FROM audit_heads",
            "UPDATE audit_heads SET sequence = 1",
            "UPDATE audit_entries SET hash = previous_hash WHERE sequence = 2",
            "INSERT INTO audit_entries (chain, sequence, at, actor, action, subject_kind, subject_id, person_id, details, sealed, previous_hash, hash) SELECT chain, sequence + 1, at, actor, action, subject_kind, subject_id, person_id, details, sealed, previous_hash, hash FROM audit_entries WHERE sequence = 2",
        ];
        foreach (var attack in attacks)
        {
            await using var database = await Remembering(provider);
            for (var line = 0; line < 2; line++)
            {
                await using var scope = database.EnterInstallation();
                var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
                db.Audit(new AuditDraft(null, AuditActions.OrganizationAdded, "organization", 1));
                await db.SaveChangesAsync(Cancel);
            }

            (await Look(database.Settings)).ShouldAllBe(finding => finding.Level == FindingLevel.Sound);
            (await database.ExecuteSql(attack)).ShouldBePositive();

            (await Found(database)).ShouldBe("audit-head", attack);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_and_one_that_cannot_be_opened_are_told_apart()
    {
        await using var database = await Remembering(DatabaseProvider.Sqlite);
        var file = Path.Combine(database.Settings.StoragePath, "marshrut.db");
        SqliteConnection.ClearAllPools();
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        await File.WriteAllTextAsync(file, new string('x', 8192), Cancel);
        (await Found(database)).ShouldBe("database-damaged");

        SqliteConnection.ClearAllPools();
        File.Delete(file);
        Directory.CreateDirectory(file);
        (await Found(database)).ShouldBe("database-silent");
    }

    [Fact]
    public async Task Damage_inside_the_file_is_found()
    {
        await using var database = await Remembering(DatabaseProvider.Sqlite);
        var file = Path.Combine(database.Settings.StoragePath, "marshrut.db");
        await database.ExecuteSql("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(file, Cancel);
        bytes.AsSpan(bytes.Length / 2).Fill((byte)'x');
        await File.WriteAllBytesAsync(file, bytes, Cancel);

        (await Look(database.Settings)).ShouldContain(finding => finding.Code == "database-damaged" && finding.Level == FindingLevel.Problem);
    }

    [Theory]
    [InlineData(5, "database-busy")]
    [InlineData(8, "database-read-only")]
    [InlineData(10, "database-read-only")]
    [InlineData(11, "database-damaged")]
    [InlineData(13, "storage-space")]
    [InlineData(14, "database-silent")]
    [InlineData(26, "database-damaged")]
    [InlineData(1, null)]
    public void What_SQLite_says_of_its_file_is_said_in_words(int error, string? code) =>
        SqliteTrouble.Of(new SqliteException("database or disk is full", error))?.Code.ShouldBe(code);

    /// <summary>The one problem that a program, started anew over the installation, finds.</summary>
    private static async Task<string> Found(TestDatabase database) =>
        (await Look(database.Settings)).Where(finding => finding.Level == FindingLevel.Problem).ShouldHaveSingleItem().Code;

    private static async Task<IReadOnlyList<Finding>> Look(CoreSettings settings)
    {
        await using var program = new ServiceCollection().AddLogging().AddMarshrutCore(settings).BuildServiceProvider(validateScopes: true);
        await using var scope = program.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<CheckInstallation>().Check(Cancel);
        report.IsSound.ShouldBe(report.Findings.All(finding => finding.Level != FindingLevel.Problem));
        report.Findings.ShouldAllBe(finding => finding.Message.Any(letter => letter >= 'А' && letter <= 'я'));
        return report.Findings;
    }

    private static async Task<TestDatabase> Remembering(DatabaseProvider provider)
    {
        var database = await TestDatabase.Create(provider);
        database.Services.GetRequiredService<RememberedRing>().Remember(database.Services.GetRequiredService<KeyRing>());
        return database;
    }

    private static async Task<long> AddImport(TestDatabase database, Organization college, ImportState state)
    {
        await using var scope = database.Enter(college);
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var import = new ImportRun
        {
            Id = db.Ids.Take(),
            OrganizationId = college.Id,
            FileName = "kontingent.xlsx",
            SheetName = "Лист1",
            HeaderRow = 1,
            State = state,
            Actor = "user:1",
            CreatedAt = database.Clock.GetUtcNow().UtcDateTime,
        };
        db.Imports.Add(import);
        await db.SaveChangesAsync(Cancel);
        return import.Id;
    }

    private static async Task Order(TestDatabase database, Organization college, string kind, object arguments)
    {
        await using var scope = database.Enter(college);
        await scope.ServiceProvider.GetRequiredService<EnqueueJob>().Enqueue(kind, arguments, Cancel);
        await OnJobs(database, FormattableString.Invariant($"UPDATE job_runs SET created_at = {TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}"));
    }

    private static async Task OnJobs(TestDatabase database, string sql)
    {
        await using var connection = await database.Services.GetRequiredService<JobDatabase>().Open(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
