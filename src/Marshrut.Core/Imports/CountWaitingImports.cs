using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>What waits on the pages of import in the organisation in scope: files to be checked, and pairs that may be one person. One command, two indexes.</summary>
public sealed class CountWaitingImports(MarshrutDb db) : IUseCase
{
    public async Task<int> Count(CancellationToken cancel) => await db.Organizations
        .Where(row => row.Id == db.Scope.OrganizationId)
        .Select(_ => db.Imports.Count(run => run.State == ImportState.Staged)
            + db.DuplicateCandidates.Count(pair => pair.Decision == DuplicateDecision.Open))
        .FirstOrDefaultAsync(cancel);
}
