using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers;

/// <param name="Places">As the employment centre stated them.</param>
/// <param name="Taken">People sent to it in the month, by whomever, who were not returned or revoked.</param>
public sealed record MonthlyPlaces(int Places, int Taken)
{
    public int Free => Math.Max(0, Places - Taken);
}

/// <summary>
/// What an employment centre stated for a month and what is taken of it. On the bypass list: the place is stated by the one and taken by all who send, so it
/// counts over all of them, and nothing but the two numbers leaves it.
/// </summary>
public sealed class CountFreePlaces(MarshrutDb db) : IUseCase
{
    /// <param name="centreId">The employment centre.</param>
    /// <param name="month">The first day of the month.</param>
    /// <param name="cancel">Stops the counting.</param>
    /// <returns>Null: nothing was stated for the month.</returns>
    public async Task<MonthlyPlaces?> Count(long centreId, DateOnly month, CancellationToken cancel)
    {
        var stated = await db.FreePlaces.IgnoreQueryFilters([MarshrutDb.OwnFilter])
            .Where(row => row.OrganizationId == centreId && row.Month == month)
            .Select(row => (int?)row.Places)
            .SingleOrDefaultAsync(cancel);
        if (stated is not { } places)
        {
            return null;
        }

        var end = month.AddMonths(1);
        var taken = await db.TransferItems.IgnoreQueryFilters([MarshrutDb.TwoPartyFilter])
            .CountAsync(
                row => row.ToOrganizationId == centreId && row.SentOn >= month && row.SentOn < end
                    && (row.State == TransferItemState.Waiting || row.State == TransferItemState.Accepted),
                cancel);
        return new MonthlyPlaces(places, taken);
    }
}
