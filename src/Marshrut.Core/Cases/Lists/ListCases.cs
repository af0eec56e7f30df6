using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Lists;

/// <summary>A page of the list.</summary>
/// <param name="Count">How many the filter finds.</param>
public sealed record CasePage(IReadOnlyList<CaseLine> Lines, int Count, bool HasPrevious, bool HasNext);

/// <summary>People whom the centre in scope works with: nearest contact first, then by priority and name.</summary>
public sealed class ListCases(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public const int PageSize = 50;

    private static readonly DateOnly never = new(9999, 12, 31);

    internal static readonly KeysetOrder<CaseLine> Order = new KeysetOrder<CaseLine>()
        .By(line => line.NextContactOn ?? never).By(line => line.Priority, descending: true).By(line => line.SortName).By(line => line.Id);

    /// <summary>Of those who ended, the latest first.</summary>
    internal static readonly KeysetOrder<CaseLine> Ended = new KeysetOrder<CaseLine>()
        .By(line => line.ClosedOn ?? never, descending: true).By(line => line.SortName).By(line => line.Id);

    /// <param name="filter">Which cases.</param>
    /// <param name="after">The last line of the page before.</param>
    /// <param name="before">The first line of the page after.</param>
    /// <param name="counted">How many the filter finds, where that is known already; null: they are counted.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<CasePage> List(CaseFilter filter, long? after, long? before, int? counted, CancellationToken cancel)
    {
        var all = filter.Of(db, clock.Today());
        var order = OrderOf(filter);
        var at = (after ?? before) is { } place ? await CaseLine.Of(db).FirstOrDefaultAsync(line => line.Id == place, cancel) : null;
        var backward = at is not null && after is null;

        // The names and plans of a line are read for the page alone: read with the sorting, they would be read for every case of the centre.
        var found = await order.Of(at is null ? all : order.Beyond(all, at, backward), backward).Select(line => line.Id).Take(PageSize + 1).ToListAsync(cancel);
        var more = found.Count > PageSize;
        var shown = found.Take(PageSize).ToList();
        var byId = await CaseLine.Of(db).Where(line => shown.Contains(line.Id)).ToDictionaryAsync(line => line.Id, cancel);
        var lines = shown.ConvertAll(id => byId.GetValueOrDefault(id)).OfType<CaseLine>().ToList();
        if (backward)
        {
            lines.Reverse();
        }

        var count = at is null && !more ? lines.Count : counted ?? await all.CountAsync(cancel);
        return new CasePage(lines, count, backward ? more : at is not null, backward || more);
    }

    internal static KeysetOrder<CaseLine> OrderOf(CaseFilter filter) => filter.Tab is CaseTab.Closed or CaseTab.FollowUp ? Ended : Order;
}
