using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk;

/// <summary>Finds the version that holds for a region on a day: the region's latest active one, else the federal (R43).</summary>
public sealed class MethodologyInForce(MarshrutDb db) : IUseCase
{
    /// <exception cref="InvalidOperationException">The federal version is missing: the database is not prepared.</exception>
    public async Task<MethodologyVersion> Find(string? regionCode, DateOnly asOf, CancellationToken cancel)
    {
        var active = await db.MethodologyVersions
            .Where(version => version.State == MethodologyState.Active && (version.RegionCode == null || version.RegionCode == regionCode))
            .ToListAsync(cancel);

        // A day before every version is judged by the earliest: history is assessed by the rules we have.
        return active.Where(version => version.RegionCode is not null && version.EffectiveFrom <= asOf).MaxBy(version => (version.EffectiveFrom, version.Number))
            ?? active.Where(version => version.RegionCode is null && version.EffectiveFrom <= asOf).MaxBy(version => (version.EffectiveFrom, version.Number))
            ?? active.Where(version => version.RegionCode is null).MinBy(version => (version.EffectiveFrom, version.Number))
            ?? throw new InvalidOperationException("There is no federal methodology: prepare the database.");
    }

    /// <summary>Puts the federal version into a database that has none.</summary>
    public async Task SeedFederal(TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MethodologyVersions.AnyAsync(version => version.RegionCode == null, cancel))
        {
            return;
        }

        db.MethodologyVersions.Add(new MethodologyVersion
        {
            Id = db.Ids.Take(),
            RegionCode = null,
            Number = 1,
            State = MethodologyState.Active,
            EffectiveFrom = new DateOnly(2024, 9, 1),
            Parameters = MethodologyParameters.Federal.ToJson(),
            Reason = "Методика Минтруда: 14 характеристик, высокий уровень при любой из них",
            Actor = "system:setup",
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancel);
    }
}
