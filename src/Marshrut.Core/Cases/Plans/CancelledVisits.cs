using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <summary>A case that sleeps or has ended waits for nobody: its visits are off, and the curator's time is free.</summary>
internal static class CancelledVisits
{
    /// <summary>Inside the transaction of the step; the caller saves.</summary>
    public static async Task CancelVisits(this MarshrutDb db, long caseId, CancellationToken cancel)
    {
        foreach (var visit in await db.Visits.Where(row => row.CaseId == caseId && row.State == VisitState.Planned).ToListAsync(cancel))
        {
            visit.End(VisitState.Cancelled);
        }
    }
}
