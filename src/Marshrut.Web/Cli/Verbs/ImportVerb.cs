using System.CommandLine;
using Marshrut.Core.Imports;
using Marshrut.Core.Imports.ProgrammeFiles;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Imports.StatisticsFiles;
using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Language;

namespace Marshrut.Web.Cli.Verbs;

internal static class ImportVerb
{
    /// <summary>Lines about single cells that are printed for a person; all of them are in the JSON and in the error workbook.</summary>
    private const int ShownErrors = 20;

    public static Command Command => new("import", "Загрузить данные") { Students, Statistics, Programmes };

    private static Command Students
    {
        get
        {
            var file = new Argument<string>("file") { Description = "Файл реестра: xlsx, xls или csv" };
            var org = new Option<string>("--org") { Description = "Код организации", Required = true };
            var dryRun = new Option<bool>("--dry-run") { Description = "Показать, что изменится, и ничего не менять" };
            var allOrNothing = new Option<bool>("--all-or-nothing") { Description = "Не записывать ничего, если отклонена хоть одна строка" };
            var errors = new Option<string?>("--errors") { Description = "Куда записать файл с ошибками, xlsx" };
            var command = new Command("students", "Загрузить реестр") { file, org, dryRun, allOrNothing, errors };
            command.SetAction((parsed, cancel) => CommandLine.WithDatabase(
                parsed,
                (session, stop) => ImportStudents(
                    session,
                    new StudentsInput(parsed.GetValue(file)!, parsed.GetValue(org)!, parsed.GetValue(dryRun), parsed.GetValue(allOrNothing), parsed.GetValue(errors)),
                    stop),
                cancel));
            return command;
        }
    }

    private static Command Statistics
    {
        get
        {
            var file = new Argument<string>("file") { Description = "Файл статистики: csv или xlsx" };
            var region = new Option<string>("--region") { Description = "Код региона", Required = true };
            var command = new Command("statistics", "Загрузить статистику трудоустройства") { file, region };
            command.SetAction((parsed, cancel) => CommandLine.WithDatabase(
                parsed, (session, stop) => ImportStatistics(session, parsed.GetValue(file)!, parsed.GetValue(region)!, stop), cancel));
            return command;
        }
    }

    private static Command Programmes
    {
        get
        {
            var file = new Argument<string>("file") { Description = "Список направлений: csv, xlsx или xls" };
            var command = new Command("programmes", "Загрузить действующий список направлений подготовки") { file };
            command.SetAction((parsed, cancel) => CommandLine.WithDatabase(
                parsed,
                async (session, stop) =>
                {
                    await using var list = CommandSession.OpenFile(parsed.GetValue(file)!);
                    return Tell(session, await session.Get<ImportProgrammes>().Import(list, stop), "Список направлений загружен.");
                },
                cancel));
            return command;
        }
    }

    private static async Task<int> ImportStudents(CommandSession session, StudentsInput input, CancellationToken cancel)
    {
        await session.EnterOrganization(input.Organization, cancel);
        var intake = session.Get<RegisterIntake>();
        var options = await intake.Options(cancel);
        StagedRegister register;
        await using (var file = CommandSession.OpenFile(input.File))
        {
            register = intake.Stage(file, options, cancel);
        }

        // Before anything is written: whoever names a place that cannot be written to is told while nothing has happened yet.
        await using var errorFile = input.Errors is null ? null : DraftFile.Create(input.Errors);
        var report = input.DryRun
            ? await Preview(intake, register, options, input.AllOrNothing, cancel)
            : await session.Get<ApplyRegister>().Apply(new ApplyRegisterInput(Path.GetFileName(input.File), register, options, input.AllOrNothing), cancel);
        var done = input.DryRun ? "Пробный прогон, ничего не изменено."
            : input.AllOrNothing && report.Rejected > 0 ? "Ничего не записано: в файле есть строки, которые загрузить нельзя."
            : "Реестр загружен.";
        if (errorFile is not null && report.Errors.Count > 0)
        {
            await WriteErrors(errorFile, register, options, report, done);
        }

        session.Say(done);
        SayCounts(session, report.Read, report.Created, report.Updated, report.Unchanged, report.Rejected, report.Repaired);
        session.Say($"Есть в реестре, но нет в файле: {Russian.Number(report.MissingFromFile)}.");
        SayDetails(session, report.Errors, report.Notices);
        session.Result(new
        {
            read = report.Read,
            created = report.Created,
            updated = report.Updated,
            unchanged = report.Unchanged,
            rejected = report.Rejected,
            repaired = report.Repaired,
            missingFromFile = report.MissingFromFile,
            errors = report.Errors.Select(Error),
            repairs = report.Repairs.Select(Repair),
            notices = report.Notices.Select(Notice),
        });
        return report.Errors.Count > 0 ? ExitCode.DoneWithErrors : ExitCode.Done;
    }

    /// <summary>The object of a trial run is that of the run itself (R14).</summary>
    private static async Task<ImportReport> Preview(
        RegisterIntake intake, StagedRegister register, RegisterReadingOptions options, bool allOrNothing, CancellationToken cancel)
    {
        var report = await intake.Preview(register, options, cancel);
        return allOrNothing && report.Rejected > 0 ? report.AsNothing() : report;
    }

    private static async Task<int> ImportStatistics(CommandSession session, string path, string region, CancellationToken cancel)
    {
        await using var file = CommandSession.OpenFile(path);
        return Tell(session, await session.Get<ImportStatistics>().Import(file, region, cancel), "Статистика загружена.");
    }

    private static int Tell(CommandSession session, FileReport report, string done)
    {
        session.Say(done);
        SayCounts(session, report.Read, report.Created, report.Updated, report.Unchanged, report.Rejected, report.Repaired);
        SayDetails(session, report.Errors, report.Notices);
        session.Result(new
        {
            read = report.Read,
            created = report.Created,
            updated = report.Updated,
            unchanged = report.Unchanged,
            rejected = report.Rejected,
            repaired = report.Repaired,
            missingFromFile = report.MissingFromFile,
            errors = report.Errors.Select(Error),
            repairs = report.Repairs.Select(Repair),
            notices = report.Notices.Select(Notice),
        });
        return report.Errors.Count > 0 ? ExitCode.DoneWithErrors : ExitCode.Done;
    }

    /// <summary>The register is in by now: neither a full disk nor Ctrl+C may leave that unsaid.</summary>
    private static async Task WriteErrors(DraftFile file, StagedRegister register, RegisterReadingOptions options, ImportReport report, string done)
    {
        try
        {
            RegisterErrorFile.Write(file.Stream, register, options, report, CancellationToken.None);
            await file.Keep();
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new CommandFailure(ExitCode.Failure, "errors-file", $"{done} Но файл с ошибками записать не удалось: проверьте место на диске и права на папку и повторите команду.");
        }
    }

    private static void SayCounts(CommandSession session, int read, int created, int updated, int unchanged, int rejected, int repaired) => session.Say(
        $"Прочитано строк: {Russian.Number(read)}. Новые: {Russian.Number(created)}, изменённые: {Russian.Number(updated)}, без изменений: {Russian.Number(unchanged)}, отклонённые: {Russian.Number(rejected)}; с исправленными ячейками: {Russian.Number(repaired)}.");

    private static void SayDetails(CommandSession session, IReadOnlyList<CellError> errors, IReadOnlyList<ReadingNotice> notices)
    {
        foreach (var notice in notices)
        {
            session.Say("· " + notice.Message);
        }

        foreach (var error in errors.Take(ShownErrors))
        {
            session.Say($"Строка {error.Row}, столбец «{error.Column}»: {error.Message}");
        }

        if (errors.Count > ShownErrors)
        {
            session.Say($"…и ещё {Russian.Count(errors.Count - ShownErrors, "замечание", "замечания", "замечаний")}. Все они — в файле ключа --errors.");
        }
    }

    private static object Error(CellError error) => new { row = error.Row, column = error.Column, value = error.Value, code = error.Code, message = error.Message };

    private static object Repair(CellRepair repair) => new { row = repair.Row, column = repair.Column, value = repair.Value, newValue = repair.NewValue, code = repair.Code };

    private static object Notice(ReadingNotice notice) => new { code = notice.Code, message = notice.Message };

    private sealed record StudentsInput(string File, string Organization, bool DryRun, bool AllOrNothing, string? Errors);
}
