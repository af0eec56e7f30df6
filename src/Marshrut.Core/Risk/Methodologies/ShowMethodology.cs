using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Methodologies;

/// <param name="BasedOn">The version it was copied from.</param>
/// <param name="Base">Its parameters, to show what differs.</param>
/// <param name="Editable">A draft of the region in scope.</param>
public sealed record MethodologyView(
    MethodologyVersion Version, MethodologyParameters Parameters, MethodologyVersion? BasedOn, MethodologyParameters? Base, bool Editable, bool InForce);

/// <summary>One version with its parameters.</summary>
public sealed class ShowMethodology(MarshrutDb db, MethodologyInForce inForce, TimeProvider clock) : IUseCase
{
    /// <param name="id">Null: the one in force today.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Null where there is none, or it is another region's.</returns>
    public async Task<MethodologyView?> Show(long? id, CancellationToken cancel)
    {
        var now = await inForce.Find(db.Scope.RegionCode, clock.Today(), cancel);
        var version = id is null ? now : await db.VisibleMethodologies().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (version is null)
        {
            return null;
        }

        var source = version.BasedOnId is { } based ? await db.VisibleMethodologies().AsNoTracking().SingleOrDefaultAsync(row => row.Id == based, cancel) : null;
        return new MethodologyView(
            version,
            MethodologyParameters.FromJson(version.Parameters),
            source,
            source is null ? null : MethodologyParameters.FromJson(source.Parameters),
            version.State == MethodologyState.Draft && version.RegionCode is not null && version.RegionCode == db.Scope.RegionCode,
            version.Id == now.Id);
    }
}
