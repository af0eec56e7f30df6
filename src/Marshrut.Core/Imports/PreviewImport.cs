using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <param name="Report">What it will do; once written, what it did.</param>
public sealed record ImportPreview(
    long Id, string FileName, string SheetName, ImportState State, bool AllOrNothing, string Actor, DateTime CreatedAt, DateTime? AppliedAt, string? Failure, ImportReport? Report);

/// <summary>
/// What a staged import will do, row by row, before it does it (DOMAIN §5). The answer is kept sealed beside the rows and made anew when the
/// register has changed meanwhile; of a written import it is what was done.
/// </summary>
public sealed class PreviewImport(MarshrutDb db, RegisterIntake intake, StagedImports staged, Sealer sealer) : IUseCase
{
    /// <returns>Null: no such import. Its report is null where nothing is kept any more.</returns>
    /// <exception cref="Platform.Spreadsheets.SpreadsheetProblem">A required column is missing: it must be named first.</exception>
    public async Task<ImportPreview?> Preview(long importId, CancellationToken cancel)
    {
        var run = await db.Imports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == importId, cancel);
        return run is null
            ? null
            : new ImportPreview(
                run.Id, run.FileName, run.SheetName, run.State, run.AllOrNothing, run.Actor, run.CreatedAt, run.AppliedAt, run.Failure, await ReportOf(run, cancel));
    }

    private async Task<ImportReport?> ReportOf(ImportRun run, CancellationToken cancel)
    {
        var kept = run.Report is null ? null : ImportReport.Open(sealer, run.Report, run.Id);
        if (run.State is not (ImportState.Staged or ImportState.Failed))
        {
            return kept;
        }

        var version = await db.Organizations.Where(row => row.Id == run.OrganizationId).Select(row => row.RegisterVersion).SingleAsync(cancel);
        if (kept is not null && kept.RegisterVersion == version)
        {
            return kept;
        }

        var options = StagedImports.OptionsOf(run, await intake.Options(cancel));
        var report = await intake.Preview(await staged.Get(run.Id, cancel), options, cancel) with { RegisterVersion = version };
        await Keep(run.Id, report, cancel);
        return report;
    }

    /// <summary>
    /// The reader has the answer and waits for nobody: where others write just now, it is not kept and is made anew the next time. While it was made, the
    /// file may have been written: what was done is not to be replaced by what would have been.
    /// </summary>
    private async Task Keep(long importId, ImportReport report, CancellationToken cancel)
    {
        await using var transaction = await ReadyTransaction.TryBegin(db, cancel);
        if (transaction is null || !await OrganizationLock.TryTake(db, cancel))
        {
            return;
        }

        if (await LockedImport.Find(db, importId, cancel) is not { State: ImportState.Staged or ImportState.Failed } run)
        {
            return;
        }

        run.Report = report.Seal(sealer, run.Id);
        run.Read = report.Read;
        run.Created = report.Created;
        run.Updated = report.Updated;
        run.Unchanged = report.Unchanged;
        run.Rejected = report.Rejected;
        run.Repaired = report.Repaired;
        run.MissingFromFile = report.MissingFromFile;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
