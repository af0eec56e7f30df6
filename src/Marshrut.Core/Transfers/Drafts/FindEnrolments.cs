using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Drafts;

/// <summary>Whom chosen levels are about: lists of levels are where a transfer is composed from.</summary>
public sealed class FindEnrolments(MarshrutDb db) : IUseCase
{
    private const int AtOnce = 1_000;

    /// <param name="assessmentIds">Current ones; replaced and foreign ones are not found.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<long>> Find(IEnumerable<long> assessmentIds, CancellationToken cancel)
    {
        var found = new List<long>();
        foreach (var some in assessmentIds.Distinct().Chunk(AtOnce))
        {
            found.AddRange(await db.Assessments.Where(row => row.IsCurrent && some.Contains(row.Id)).Select(row => row.EnrolmentId).ToListAsync(cancel));
        }

        return found;
    }
}
