using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <summary>Nightly work on every organisation, one after the other, each in its own scope: the filter of the tenancy is not lifted.</summary>
internal static class EachOrganization
{
    /// <param name="db">Enters the scope of each.</param>
    /// <param name="context">Told how many were gone through.</param>
    /// <param name="act">Returns how much it did.</param>
    /// <param name="cancel">Stops between two.</param>
    /// <returns>How much was done in all.</returns>
    public static async Task<int> Visit(MarshrutDb db, JobContext context, Func<Task<int>> act, CancellationToken cancel)
    {
        var organizations = await db.Organizations.OrderBy(row => row.Id).Select(row => new { row.Id, row.RegionCode }).ToListAsync(cancel);
        var done = 0;
        for (var i = 0; i < organizations.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            db.Scope.EnterOrganization(organizations[i].Id, organizations[i].RegionCode);
            done += await act();
            context.Report(i + 1, organizations.Count, "просмотр организаций");
        }

        return done;
    }
}
