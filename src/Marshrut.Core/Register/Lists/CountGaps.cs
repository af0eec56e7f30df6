using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Lists;

/// <summary>How many of those who study now lack something; each number is what the list finds by the same condition.</summary>
/// <param name="Studying">All who study now.</param>
public sealed record GapFigures(int Studying, int Phone, int Snils, int District, int Group);

/// <summary>Counts the gaps in the cards of the organisation in scope: one command.</summary>
public sealed class CountGaps(MarshrutDb db) : IUseCase
{
    public async Task<GapFigures> Count(CancellationToken cancel) =>
        await EnrolmentLines.Of(db)
            .Where(line => line.Status == EnrolmentStatus.Studying)
            .GroupBy(_ => 1)
            .Select(all => new GapFigures(
                all.Count(),
                all.Count(line => line.Phone == null),
                all.Count(line => line.Snils == null),
                all.Count(line => line.District == null),
                all.Count(line => line.Group == null)))
            .SingleOrDefaultAsync(cancel)
        ?? new GapFigures(0, 0, 0, 0, 0);
}
