using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Queue;

/// <param name="Senders">Organisations with somebody waiting, by name.</param>
/// <param name="Districts">Districts of those waiting, by name.</param>
public sealed record QueueFigures(int Waiting, int Late, int DueToday, IReadOnlyList<QueueSender> Senders, IReadOnlyList<string> Districts);

public sealed record QueueSender(long Id, string Name, int Waiting);

/// <summary>The numbers over the queue and the choices of its filters.</summary>
public sealed class CountQueue(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public async Task<QueueFigures> Count(CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var today = clock.Today();
        var groups = await db.TransferItems.AsNoTracking().Where(row => row.ToOrganizationId == own && row.State == TransferItemState.Waiting)
            .GroupBy(row => new { row.FromOrganizationId, row.District, Late = row.AnswerBy < today, DueToday = row.AnswerBy == today })
            .Select(group => new { group.Key.FromOrganizationId, group.Key.District, group.Key.Late, group.Key.DueToday, Count = group.Count() })
            .ToListAsync(cancel);
        var ids = groups.Select(group => group.FromOrganizationId).Distinct().ToList();
        var names = await db.Organizations.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        return new QueueFigures(
            groups.Sum(group => group.Count),
            groups.Where(group => group.Late).Sum(group => group.Count),
            groups.Where(group => group.DueToday).Sum(group => group.Count),
            [.. groups.GroupBy(group => group.FromOrganizationId).Select(group => new QueueSender(group.Key, names[group.Key], group.Sum(row => row.Count))).OrderBy(sender => sender.Name, StringComparer.Ordinal)],
            [.. groups.Select(group => group.District).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
    }
}
