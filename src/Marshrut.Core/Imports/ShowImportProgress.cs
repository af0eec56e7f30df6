using System.Text.Json;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <param name="Job">The job that writes it or wrote it; null: none is known (any more).</param>
public sealed record ImportProgress(long Id, string FileName, string Actor, ImportState State, bool AllOrNothing, JobRow? Job);

/// <summary>How far the writing of an import is.</summary>
public sealed class ShowImportProgress(MarshrutDb db, JobStore store, ShowJob show) : IUseCase
{
    /// <returns>Null: no such import.</returns>
    public async Task<ImportProgress?> Show(long importId, CancellationToken cancel)
    {
        var run = await db.Imports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == importId, cancel);
        return run is null ? null : new ImportProgress(run.Id, run.FileName, run.Actor, run.State, run.AllOrNothing, await Job(importId, cancel));
    }

    private async Task<JobRow?> Job(long importId, CancellationToken cancel)
    {
        var runs = (await store.Unfinished(cancel)).Append(await store.Latest(ApplyImportWork.Name, db.Scope.OrganizationId, cancel));
        var found = runs.FirstOrDefault(run => run?.Kind == ApplyImportWork.Name && run.OrganizationId == db.Scope.OrganizationId && Of(run) == importId);
        return found is null ? null : await show.Show(found.Id, cancel);

        static long Of(JobRun run) => JsonSerializer.Deserialize<ApplyImportOrder>(run.Arguments, JsonSerializerOptions.Web)!.Import;
    }
}
