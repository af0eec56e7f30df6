using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>The error workbook of an import (R51), while its rows are kept. It quotes people's data, so it is an export and stands in the journal.</summary>
public sealed class WriteImportErrors(MarshrutDb db, RegisterIntake intake, StagedImports staged, Sealer sealer) : IUseCase
{
    /// <returns>False: there is nothing to write, or nothing is kept any more.</returns>
    public async Task<bool> Write(long importId, Stream output, CancellationToken cancel)
    {
        var run = await db.Imports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == importId, cancel);
        if (run is not { Report: { } sealedReport } || await staged.Find(importId, cancel) is not { } register)
        {
            return false;
        }

        var report = ImportReport.Open(sealer, sealedReport, importId);
        if (report.Errors.Count == 0 && report.Repairs.Count == 0)
        {
            return false;
        }

        var options = StagedImports.OptionsOf(run, await intake.Options(cancel));
        RegisterErrorFile.Write(output, register, options, report, cancel);
        db.Audit(new AuditDraft(run.OrganizationId, AuditActions.Exported, "import", importId, Details: new { what = "import-errors", rows = register.RowCount }));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
