using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Risk.Results;

/// <summary>Everybody that a filter finds, for «Выбрать все»: ids alone, in the order of R22. Filters by special facts choose nobody at once.</summary>
public sealed class FilteredAssessments(MarshrutDb db, Sealer sealer, RiskSnapshots snapshots, TimeProvider clock) : IUseCase
{
    /// <param name="filter">Which people.</param>
    /// <param name="proposedOnly">Only what can be confirmed.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<long>> Find(RiskFilter filter, bool proposedOnly, CancellationToken cancel) =>
    [
        .. filter.Of(await snapshots.Of(db, sealer, cancel), RiskAccess.Visible(special: false, restricted: false), clock.Today())
            .Where(row => !proposedOnly || row.Status == AssessmentStatus.Proposed)
            .Select(row => row.AssessmentId),
    ];
}
