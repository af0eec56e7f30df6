using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Added;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Lists;

/// <summary>One page of the students of the organisation in scope: at most three commands.</summary>
public sealed class ListEnrolments(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    public const int PageSize = 50;

    /// <summary>R49.</summary>
    public const int CountLimit = 10_000;

    public async Task<EnrolmentPage> List(EnrolmentFilter filter, EnrolmentPlace place, CancellationToken cancel)
    {
        var lines = EnrolmentLines.Of(db, filter, clock.Today());
        var key = await Key(place.After ?? place.Before, cancel);
        var backward = key is not null && place.After is null;
        return filter.Characteristic is { } code
            ? await Scan(lines, Bit(code), key, backward, place, cancel)
            : await Read(lines, key, backward, place, cancel);
    }

    /// <summary>The bit that the filter asks for; 0, which nobody has, for one that a list may not tell of.</summary>
    internal static uint Bit(string code) => EnrolmentFilter.Characteristics.FirstOrDefault(characteristic => characteristic.Code == code)?.Bit ?? 0;

    internal static bool Has(EnrolmentLine line, uint bit, Sealer sealer)
    {
        if (line is not { AssessmentId: { } id, Block: { } block })
        {
            return false;
        }

        var opened = sealer.OpenAssessment(block, id);
        return (opened.Enabled & opened.Found.Present & bit) != 0;
    }

    private async Task<EnrolmentLine?> Key(long? enrolmentId, CancellationToken cancel) =>
        enrolmentId is not { } id ? null : await EnrolmentLines.Of(db).FirstOrDefaultAsync(line => line.EnrolmentId == id, cancel);

    private async Task<EnrolmentPage> Read(IQueryable<EnrolmentLine> lines, EnrolmentLine? key, bool backward, EnrolmentPlace place, CancellationToken cancel)
    {
        var from = key is null ? lines : lines.Beyond(key, place.Order, backward);
        var found = await from.Ordered(place.Order, backward).Take(place.Size + 1).ToListAsync(cancel);
        var more = found.Count > place.Size;
        var added = await db.AddedCharacteristics(cancel);
        var rows = found.Take(place.Size).Select(line => EnrolmentRow.Of(line, sealer, added)).ToList();
        if (backward)
        {
            rows.Reverse();
        }

        var isWhole = key is null && !more;
        var count = isWhole ? rows.Count : await lines.Select(line => line.EnrolmentId).Take(CountLimit + 1).CountAsync(cancel);
        return new EnrolmentPage(rows, count, backward ? more : key is not null, backward || more);
    }

    /// <summary>
    /// The bits are sealed (R27), so all lines that meet the other conditions are read in order and opened: within one organisation, without
    /// another index that would tell.
    /// </summary>
    private async Task<EnrolmentPage> Scan(IQueryable<EnrolmentLine> lines, uint bit, EnrolmentLine? key, bool backward, EnrolmentPlace place, CancellationToken cancel)
    {
        var before = new Queue<EnrolmentLine>();
        var page = new List<EnrolmentLine>();
        var (count, isPrevious, isNext) = (0, false, false);
        await foreach (var line in lines.Where(line => line.AssessmentId != null).Ordered(place.Order, backward: false).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!Has(line, bit, sealer))
            {
                continue;
            }

            count++;
            var side = key is null ? 1 : EnrolmentLines.Orders[place.Order].Compare(line, key);
            if (backward)
            {
                if (side < 0)
                {
                    before.Enqueue(line);
                    if (before.Count > place.Size)
                    {
                        before.Dequeue();
                        isPrevious = true;
                    }
                }
                else
                {
                    isNext = true;
                }
            }
            else if (side <= 0)
            {
                isPrevious = true;
            }
            else if (page.Count < place.Size)
            {
                page.Add(line);
            }
            else
            {
                isNext = true;
            }
        }

        var added = await db.AddedCharacteristics(cancel);
        var rows = (backward ? before : (IEnumerable<EnrolmentLine>)page).Select(line => EnrolmentRow.Of(line, sealer, added)).ToList();
        return new EnrolmentPage(rows, Math.Min(count, CountLimit + 1), isPrevious, isNext);
    }
}
