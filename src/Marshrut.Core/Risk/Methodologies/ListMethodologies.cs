using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Methodologies;

/// <param name="InForce">The version by which risk is determined today.</param>
/// <param name="Versions">Of the region, newest first; then the federal ones.</param>
public sealed record MethodologyList(MethodologyVersion InForce, IReadOnlyList<MethodologyVersion> Versions);

/// <summary>The versions that the region in scope sees.</summary>
public sealed class ListMethodologies(MarshrutDb db, MethodologyInForce inForce, TimeProvider clock) : IUseCase
{
    public async Task<MethodologyList> List(CancellationToken cancel) => new(
        await inForce.Find(db.Scope.RegionCode, clock.Today(), cancel),
        await db.VisibleMethodologies().AsNoTracking()
            .OrderBy(version => version.RegionCode == null).ThenByDescending(version => version.Number)
            .ToListAsync(cancel));
}
