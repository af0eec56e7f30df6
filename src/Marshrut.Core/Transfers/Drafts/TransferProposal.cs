using Marshrut.Core.Platform;

namespace Marshrut.Core.Transfers.Drafts;

/// <summary>Fills the free places of a month by priority; who is left out gets the reason.</summary>
public sealed class TransferProposal(CheckCandidates check, CountFreePlaces places, TimeProvider clock) : IUseCase
{
    /// <returns>In the order of R22.</returns>
    /// <exception cref="RuleViolation"><c>no-agreement</c>.</exception>
    public async Task<List<ProposedPerson>> Propose(long centreId, TransferKind kind, IReadOnlyCollection<long> enrolmentIds, CancellationToken cancel)
    {
        var free = (await places.Count(centreId, FirstOfMonth(clock.Today()), cancel))?.Free ?? int.MaxValue;
        return Fill(await check.Check(centreId, kind, enrolmentIds, cancel), centreId, free);
    }

    public static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static List<ProposedPerson> Fill(List<ProposedPerson> ordered, long centreId, int free) =>
        ordered.ConvertAll(line =>
        {
            var reason = line.Problems.Count > 0 ? null : TransferRules.LeftOutBy(line.Candidate, centreId) ?? (free > 0 ? null : LeftOut.NoPlace);
            free -= line.Problems.Count == 0 && reason is null ? 1 : 0;
            return line with { LeftOut = reason };
        });
}
