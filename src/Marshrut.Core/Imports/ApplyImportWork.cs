using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <param name="Import">Number of the import.</param>
/// <param name="Seen"><see cref="ImportReport.Print"/> of what was shown to whoever ordered it; null: nothing was.</param>
public sealed record ApplyImportOrder(long Import, string? Seen = null);

/// <summary>
/// Writes a queued import. Everything is one transaction that also says «applied», so a run begun anew after the end of the program finds either
/// nothing or everything done (R37).
/// </summary>
public sealed class ApplyImportWork(MarshrutDb db, RegisterIntake intake, StagedImports staged, ApplyRegister apply) : IBackgroundWork
{
    public const string Name = "import-apply";

    public string Kind => Name;

    /// <summary>The second of the two phases: rows are written; before it they are read.</summary>
    public static bool IsWriting(JobRun run) => run.Phase == ApplyWatch.WritingPhase;

    public string Title => "Загрузка реестра";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var importId = context.Arguments<ApplyImportOrder>().Import;
        var run = await db.Imports.AsNoTracking().SingleAsync(row => row.Id == importId, cancel);
        try
        {
            var report = await Apply(run, context, cancel);
            context.Summary = $"Записаны новые: {Russian.Number(report.Created)}, изменённые: {Russian.Number(report.Updated)}; отклонены: {Russian.Number(report.Rejected)}.";
        }
        catch (SpreadsheetProblem problem)
        {
            await Fail(importId, problem.Message);
            throw new RuleViolation(problem.Code, problem.Message);
        }
        catch (RuleViolation refusal) when (refusal.Code == ApplyRegister.RegisterChanged)
        {
            await Fail(importId, refusal.Message, ImportState.Staged);
            throw;
        }
        catch (RuleViolation refusal)
        {
            await Fail(importId, refusal.Message);
            throw;
        }
    }

    /// <summary>Stopped, or broken off for a reason of the machine's: the rows are there still and may be ordered again.</summary>
    public async Task GiveUp(JobContext context, CancellationToken cancel)
    {
        var importId = context.Arguments<ApplyImportOrder>().Import;
        var run = await db.Imports.FirstOrDefaultAsync(row => row.Id == importId, cancel);
        if (run is { State: ImportState.Queued })
        {
            run.State = ImportState.Staged;
            run.Failure = "Запись остановлена, реестр остался как был. Файл ждёт: его можно записать снова.";
            await db.SaveChangesAsync(cancel);
        }
    }

    internal static RuleViolation RejectedRows(int rejected) => new(
        "rejected-rows",
        $"Выбрано «всё или ничего», а отклонённых строк: {Russian.Number(rejected)}. Исправьте их в файле и загрузите его снова или снимите отметку.");

    private async Task<ImportReport> Apply(ImportRun run, JobContext context, CancellationToken cancel)
    {
        var options = StagedImports.OptionsOf(run, await intake.Options(cancel));
        var register = await staged.Get(run.Id, cancel);
        var report = await apply.Apply(
            new ApplyRegisterInput(
                run.FileName, register, options, run.AllOrNothing, run.Id, progress => context.Report(progress.Done, progress.Total, progress.Phase))
            {
                Seen = context.Arguments<ApplyImportOrder>().Seen,
            },
            cancel);
        return run.AllOrNothing && report.Rejected > 0 ? throw RejectedRows(report.Errors.Where(error => error.Rejects).Select(error => error.Row).Distinct().Count()) : report;
    }

    private async Task Fail(long importId, string why, ImportState state = ImportState.Failed)
    {
        // What the attempt had begun to change in the context is not to be saved.
        db.ChangeTracker.Clear();
        var run = await db.Imports.SingleAsync(row => row.Id == importId, CancellationToken.None);
        if (run.State == ImportState.Queued)
        {
            run.State = state;
            run.Failure = why;
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}
