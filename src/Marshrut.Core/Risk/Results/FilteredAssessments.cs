using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Risk.Results;

/// <summary>Everybody that a filter finds, for «Выбрать все» and for files: ids alone, in the order of R22.</summary>
public sealed class FilteredAssessments(MarshrutDb db, Sealer sealer, RiskSnapshots snapshots, TimeProvider clock) : IUseCase
{
    /// <param name="filter">Which people.</param>
    /// <param name="proposedOnly">Only what can be confirmed.</param>
    /// <param name="special">
    /// The reader has the right to special facts and asked for them; the caller writes the look down. Without it a filter by them finds nobody.
    /// </param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<long>> Find(RiskFilter filter, bool proposedOnly, bool special, CancellationToken cancel) =>
    [
        .. filter.Of(await snapshots.Of(db, sealer, cancel), await db.Visible(special, cancel), clock.Today())
            .Where(row => !proposedOnly || row.Status == AssessmentStatus.Proposed)
            .Select(row => row.AssessmentId),
    ];
}
