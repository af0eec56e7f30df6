using System.Text;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Tests.TestDatabases;

namespace Marshrut.Tests.Web.Cli;

/// <summary>The interfaces that others rely on (DESIGN §7), by true processes.</summary>
public class CommandLineTests
{
    [Theory, BothDatabases]
    public async Task The_main_job_goes_by_command_from_a_file_to_a_file(DatabaseProvider provider)
    {
        var installation = await TestDatabase.NewInstallation(provider);
        try
        {
            (await CommandRun.Of(installation, "org", "add", "--kind", "college", "--code", "zpk", "--name", "Заречный колледж", "--region", "00")).ExitCode.ShouldBe(0);
            var register = Path.Combine(installation.StoragePath, "register.csv");
            await File.WriteAllTextAsync(
                register,
                """
                Идентификатор;Фамилия;Имя;Дата рождения;Код направления;Год выпуска;Сирота или без попечения родителей
                1;Ольхова;Вера;01.05.2007;09.02.07;2027;да
                2;Липова;А.;01.05.2007;09.02.07;2027;да
                """,
                Encoding.UTF8,
                TestContext.Current.CancellationToken);
            var errorFile = Path.Combine(installation.StoragePath, "errors.xlsx");

            var trial = await CommandRun.Of(installation, "import", "students", register, "--org", "zpk", "--dry-run", "--json");
            var import = await CommandRun.Of(installation, "import", "students", register, "--org", "zpk", "--json", "--errors", errorFile);
            var assess = await CommandRun.Of(installation, "assess", "--org", "zpk", "--as-of", "2026-11-23", "--json");
            var list = Path.Combine(installation.StoragePath, "list.json");
            var export = await CommandRun.Of(installation, "export", "assessments", "--org", "zpk", "--format", "json", "--out", list);
            var verify = await CommandRun.Of(installation, "audit", "verify");

            trial.ExitCode.ShouldBe(1);
            trial.Json.GetProperty("created").GetInt32().ShouldBe(1);
            import.ExitCode.ShouldBe(1);
            import.Output.ShouldBe(trial.Output);
            import.Json.EnumerateObject().Select(property => property.Name)
                .ShouldBe(["read", "created", "updated", "unchanged", "rejected", "repaired", "missingFromFile", "errors", "repairs", "notices"]);
            import.Json.GetProperty("errors")[0].EnumerateObject().Select(property => property.Name).ShouldBe(["row", "column", "value", "code", "message"]);
            import.Json.GetProperty("errors")[0].GetProperty("row").GetInt32().ShouldBe(3);
            File.Exists(errorFile).ShouldBeTrue();
            assess.ExitCode.ShouldBe(0);
            assess.Json.EnumerateObject().Select(property => property.Name).ShouldBe(["methodology", "asOf", "assessed", "high", "notHigh", "preliminary"]);
            export.ExitCode.ShouldBe(0);
            using var exported = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(list, TestContext.Current.CancellationToken));
            var person = exported.RootElement[0];
            person.EnumerateObject().Select(property => property.Name).ShouldBe(
                ["externalId", "lastName", "firstName", "middleName", "birthDate", "programmeCode", "level", "status", "priority", "complete", "characteristics"]);
            person.GetProperty("priority").GetInt32().ShouldBe(5);
            person.GetProperty("characteristics").GetArrayLength().ShouldBe(14);
            verify.ExitCode.ShouldBe(0, verify.Output + verify.Errors);
        }
        finally
        {
            await TestDatabase.Remove(installation);
        }
    }

    [Theory, BothDatabases]
    public async Task A_place_that_cannot_be_written_to_is_told_before_anything_is_done(DatabaseProvider provider)
    {
        var installation = await TestDatabase.NewInstallation(provider);
        try
        {
            await CommandRun.Of(installation, "org", "add", "--kind", "college", "--code", "zpk", "--name", "Заречный колледж", "--region", "00");
            var register = Path.Combine(installation.StoragePath, "register.csv");
            await File.WriteAllTextAsync(
                register, "ФИО;Дата рождения;Код;Год выпуска;Группа\nОльхова Вера;01.05.2007;09.02.07;2027;ИС-41\nЛипова А.;01.05.2007;09.02.07;2027;ИС-41\n", TestContext.Current.CancellationToken);
            var nowhere = Path.Combine(installation.StoragePath, "нет", "errors.xlsx");
            var errors = Path.Combine(installation.StoragePath, "errors.xlsx");

            var refused = await CommandRun.Of(installation, "import", "students", register, "--org", "zpk", "--errors", nowhere, "--json");
            var folder = await CommandRun.Of(installation, "import", "students", register, "--org", "zpk", "--errors", installation.StoragePath, "--json");
            var import = await CommandRun.Of(installation, "--json", "import", "students", register, "--org", "zpk", "--errors", errors);
            var export = await CommandRun.Of(installation, "export", "assessments", "--org", "zpk", "--format", "csv", "--out", nowhere);
            var group = await CommandRun.Of(installation, "assess", "--org", "zpk", "--group", "ИС-41", "--json");
            var mistyped = await CommandRun.Of(installation, "assess", "--org", "zpk", "--group", "ИС-14", "--json");

            foreach (var run in new[] { refused, folder })
            {
                run.ExitCode.ShouldBe(2);
                run.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("unwritable-file");
                run.Errors.ShouldNotContain("загружен");
            }

            import.ExitCode.ShouldBe(1, import.Errors);
            import.Json.GetProperty("created").GetInt32().ShouldBe(1, "nothing came in before");
            File.Exists(errors).ShouldBeTrue();
            export.ExitCode.ShouldBe(2, export.Errors);
            Directory.EnumerateFiles(installation.StoragePath, "*.part").ShouldBeEmpty();
            group.ExitCode.ShouldBe(0, group.Errors);
            group.Json.GetProperty("assessed").GetInt32().ShouldBe(1);
            mistyped.ExitCode.ShouldBe(2);
            mistyped.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("no-such-part");
        }
        finally
        {
            await TestDatabase.Remove(installation);
        }
    }

    /// <summary>In a process of its own: what another test has set up in this one would hide a lack.</summary>
    [Fact]
    public async Task Every_format_and_encoding_comes_in_and_a_trial_run_says_the_same()
    {
        var installation = await TestDatabase.NewInstallation(DatabaseProvider.Sqlite);
        try
        {
            await CommandRun.Of(installation, "org", "add", "--kind", "college", "--code", "zpk", "--name", "Заречный колледж", "--region", "00");
            var windows = Path.Combine(installation.StoragePath, "windows-1251.csv");
            await File.WriteAllBytesAsync(
                windows,
                LegacyEncodings.Windows1251.GetBytes("ФИО;Дата рождения;Код;Год выпуска\r\nОльхова Вера;01.05.2007;09.02.07;2027\r\nЛипова А.;01.05.2007;09.02.07;2027\r\n"),
                TestContext.Current.CancellationToken);
            var legacy = Path.Combine(AppContext.BaseDirectory, "Files", "register.xls");

            var trial = await CommandRun.Of(installation, "import", "students", windows, "--org", "zpk", "--all-or-nothing", "--dry-run", "--json");
            var nothing = await CommandRun.Of(installation, "import", "students", windows, "--org", "zpk", "--all-or-nothing", "--json");
            var import = await CommandRun.Of(installation, "import", "students", windows, "--org", "zpk", "--json");
            var xls = await CommandRun.Of(installation, "import", "students", legacy, "--org", "zpk", "--json");

            nothing.Json.GetProperty("rejected").GetInt32().ShouldBe(2, nothing.Errors);
            nothing.Output.ShouldBe(trial.Output);
            import.Json.GetProperty("created").GetInt32().ShouldBe(1, import.Errors);
            xls.Json.GetProperty("read").GetInt32().ShouldBe(3, xls.Errors);
        }
        finally
        {
            await TestDatabase.Remove(installation);
        }
    }

    [Theory, BothDatabases]
    public async Task Risk_of_a_school_is_refused_with_a_sentence_and_of_everybody_passes_it_by(DatabaseProvider provider)
    {
        var installation = await TestDatabase.NewInstallation(provider);
        try
        {
            await CommandRun.Of(installation, "org", "add", "--kind", "school", "--code", "s1", "--name", "Школа № 1", "--region", "00");
            await CommandRun.Of(installation, "org", "add", "--kind", "college", "--code", "zpk", "--name", "Заречный колледж", "--region", "00");

            var school = await CommandRun.Of(installation, "assess", "--org", "s1", "--json");
            var everybody = await CommandRun.Of(installation, "assess", "--json");
            var region = await CommandRun.Of(installation, "assess", "--region", "00");

            school.ExitCode.ShouldBe(2);
            var error = school.Json.GetProperty("error");
            error.GetProperty("code").GetString().ShouldBe("school");
            error.GetProperty("message").GetString()!.ShouldContain("у учеников риск нетрудоустройства не определяют");
            school.Errors.Trim().ShouldBe(error.GetProperty("message").GetString());
            everybody.ExitCode.ShouldBe(0, everybody.Errors);
            everybody.Json.GetProperty("assessed").GetInt32().ShouldBe(0);
            region.ExitCode.ShouldBe(0, region.Errors);
            region.Output.ShouldNotContain("Школа");
        }
        finally
        {
            await TestDatabase.Remove(installation);
        }
    }

    [Fact]
    public async Task On_PostgreSQL_that_nobody_migrated_every_verb_leaves_with_3_and_says_what_to_run_R28()
    {
        var installation = await TestDatabase.NewInstallation(DatabaseProvider.Postgres);
        try
        {
            await using (var connection = new Npgsql.NpgsqlConnection(installation.Database.ConnectionString))
            {
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                await using var command = new Npgsql.NpgsqlCommand("DROP SCHEMA public CASCADE; CREATE SCHEMA public", connection);
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            }

            var register = Path.Combine(installation.StoragePath, "register.csv");
            await File.WriteAllTextAsync(register, "ФИО;Дата рождения;Код;Год выпуска", TestContext.Current.CancellationToken);
            string[][] commands =
            [
                ["import", "students", register, "--org", "zpk"],
                ["import", "statistics", register, "--region", "00"],
                ["assess"],
                ["export", "assessments", "--org", "zpk", "--format", "csv", "--out", register + ".out"],
                ["audit", "verify"],
            ];
            foreach (var arguments in commands)
            {
                var run = await CommandRun.Of(installation, [.. arguments, "--json"]);

                run.ExitCode.ShouldBe(3, string.Join(' ', arguments));
                run.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("schema-old");
                run.Errors.ShouldContain("marshrut migrate");
                run.Errors.Trim().ShouldBe(run.Json.GetProperty("error").GetProperty("message").GetString());
            }

            File.Exists(register + ".out").ShouldBeFalse();
            var check = await CommandRun.Of(installation, "check");
            check.ExitCode.ShouldBe(3);
            check.Output.ShouldContain("marshrut migrate");
            check.Errors.ShouldBeEmpty();
            var serve = await CommandRun.Of(installation, "serve", "--urls", "http://127.0.0.1:0");
            serve.ExitCode.ShouldBe(3);
            serve.Errors.ShouldContain("marshrut migrate");

            (await CommandRun.Of(installation, "migrate")).ExitCode.ShouldBe(0);
            (await CommandRun.Of(installation, "assess", "--json")).ExitCode.ShouldBe(0);
        }
        finally
        {
            await TestDatabase.Remove(installation);
        }
    }

    [Theory]
    [InlineData("import students нет-такого.csv --org zpk --json", "no-file")]
    [InlineData("import students нет-такого.csv --json", "bad-arguments")]
    [InlineData("assess --org нет --json", "unknown-organization")]
    [InlineData("assess --as-of 23.11.2026 --json", "bad-date")]
    [InlineData("assess --programme 9.2.7 --json", "bad-programme")]
    [InlineData("assess --course 77 --json", "bad-course")]
    [InlineData("--json assess --group Петрова", "no-such-part")]
    [InlineData("nonsense --json", "bad-arguments")]
    public async Task Bad_input_leaves_with_2_an_object_and_a_sentence(string arguments, string code)
    {
        var installation = await TestDatabase.NewInstallation(DatabaseProvider.Sqlite);
        try
        {
            if (code == "no-file")
            {
                await CommandRun.Of(installation, "org", "add", "--kind", "college", "--code", "zpk", "--name", "Заречный колледж", "--region", "00");
            }

            var run = await CommandRun.Of(installation, arguments.Split(' '));

            run.ExitCode.ShouldBe(2);
            run.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe(code);
            run.Errors.ShouldContain(run.Json.GetProperty("error").GetProperty("message").GetString()!);
            run.Errors.ShouldNotContain("is required", Case.Sensitive, "the sentence is Russian");
        }
        finally
        {
            await TestDatabase.Remove(installation);
        }
    }

    /// <summary>Whoever runs the tests may be root, whom no mode of a file stops: what cannot be written here cannot be written by anybody.</summary>
    [Theory]
    [InlineData("serve --urls http://127.0.0.1:0", "file", "storage-closed")]
    [InlineData("demo --urls http://127.0.0.1:0", "file", "storage-closed")]
    [InlineData("import students register.csv --org zpk", "file", "storage-closed")]
    [InlineData("migrate", "file", "storage-closed")]
    [InlineData("keys rotate", "file", "storage-closed")]
    [InlineData("serve --urls http://127.0.0.1:0", "locks", "storage-closed")]
    [InlineData("migrate", "locks", "storage-closed")]
    [InlineData("serve --urls http://127.0.0.1:0", "read-only", "database-read-only")]
    [InlineData("demo --urls http://127.0.0.1:0", "read-only", "database-read-only")]
    [InlineData("import statistics register.csv --region 00", "read-only", "database-read-only")]
    [InlineData("serve --urls http://127.0.0.1:0", "jobs", "jobs-damaged")]
    [InlineData("import students register.csv --org zpk", "damaged", "database-damaged")]
    public async Task A_storage_that_cannot_be_written_ends_a_command_with_3_and_one_sentence(string arguments, string trouble, string code)
    {
        var installation = await TestDatabase.NewInstallation(DatabaseProvider.Sqlite);
        try
        {
            var run = await CommandRun.Of(await Spoil(installation, trouble), [.. arguments.Split(' '), "--json"]);

            run.ExitCode.ShouldBe(3, run.Output + run.Errors);
            var sentence = run.Errors.TrimEnd('\n');
            sentence.ShouldNotContain("\n", Case.Sensitive, "one sentence and no trace");
            sentence.ShouldNotContain("Exception");
            sentence.ShouldNotContain("SQLite Error");
            sentence.ShouldMatch("^[А-Я].*[а-я].*(повторите|копии|не сохранилось|marshrut migrate)");
            if (!arguments.StartsWith("serve", StringComparison.Ordinal))
            {
                run.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe(code);
                run.Json.GetProperty("error").GetProperty("message").GetString().ShouldBe(sentence);
            }
        }
        finally
        {
            await TestDatabase.Remove(installation);
        }
    }

    [Fact]
    public async Task A_check_of_a_closed_storage_says_everything_it_can_and_leaves_with_3()
    {
        var installation = await TestDatabase.NewInstallation(DatabaseProvider.Sqlite);
        try
        {
            var check = await CommandRun.Of(await Spoil(installation, "file"), "check", "--json");

            check.ExitCode.ShouldBe(3);
            check.Errors.ShouldBeEmpty();
            check.Json.GetProperty("sound").GetBoolean().ShouldBeFalse();
            check.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()).ShouldContain("storage-closed");
        }
        finally
        {
            await TestDatabase.Remove(installation);
        }
    }

    private static async Task<CoreSettings> Spoil(CoreSettings installation, string trouble)
    {
        var folder = installation.StoragePath;
        switch (trouble)
        {
            case "file":
                await File.WriteAllTextAsync(Path.Combine(folder, "file"), "x", TestContext.Current.CancellationToken);
                return installation with { StoragePath = Path.Combine(folder, "file") };
            case "locks":
                // A new database has migrations to apply, which only one may do.
                File.Delete(Path.Combine(folder, "marshrut.db"));
                await File.WriteAllTextAsync(Path.Combine(folder, "locks"), "x", TestContext.Current.CancellationToken);
                return installation;
            case "read-only":
                return installation with { Database = installation.Database with { ConnectionString = $"Data Source={Path.Combine(folder, "marshrut.db")};Mode=ReadOnly" } };
            case "jobs":
                await File.WriteAllTextAsync(Path.Combine(folder, "jobs.db"), new string('x', 8192), TestContext.Current.CancellationToken);
                return installation;
            default:
                await File.WriteAllTextAsync(Path.Combine(folder, "marshrut.db"), new string('x', 8192), TestContext.Current.CancellationToken);
                return installation;
        }
    }
}
