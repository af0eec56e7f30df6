using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Results;

/// <summary>What waits for the staff of an organisation.</summary>
/// <param name="People">People in the register.</param>
/// <param name="Waiting">High levels that nobody has confirmed.</param>
/// <param name="NoConsent">Last course, high and decided, without consent for the transfer.</param>
/// <param name="Duplicates">Pairs that may be one person.</param>
public sealed record DeskFigures(int People, int Waiting, int NoConsent, int Duplicates);

public sealed class CountDesk(MarshrutDb db, Sealer sealer, RiskSnapshots snapshots, TimeProvider clock) : IUseCase
{
    public async Task<DeskFigures> Count(CancellationToken cancel)
    {
        var rows = await snapshots.Of(db, sealer, cancel);
        var today = clock.Today();
        return new DeskFigures(
            await db.People.CountAsync(cancel),
            rows.Count(row => row is { IsHigh: true, Status: AssessmentStatus.Proposed }),
            rows.Count(row => row is { IsHigh: true, HasTransferConsent: false, Status: not AssessmentStatus.Proposed } && row.IsLastCourse(today)),
            await db.DuplicateCandidates.CountAsync(row => row.Decision == DuplicateDecision.Open, cancel));
    }
}
