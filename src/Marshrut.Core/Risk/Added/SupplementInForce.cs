using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Added;

/// <param name="VersionId">Null: the organisation never added anything.</param>
public sealed record SupplementOnDay(long? VersionId, Supplement Content)
{
    public static SupplementOnDay None { get; } = new(null, Supplement.Empty);
}

/// <summary>What the organisation in scope adds to the methodology, on a day or by the version that an assessment was made with (R43).</summary>
public sealed class SupplementInForce(MarshrutDb db) : IUseCase
{
    public async Task<SupplementOnDay> Find(DateOnly asOf, CancellationToken cancel)
    {
        var version = await db.SupplementVersions.AsNoTracking().Where(row => row.EffectiveFrom <= asOf).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        return version is null ? SupplementOnDay.None : new SupplementOnDay(version.Id, Supplement.FromJson(version.Content));
    }
}

/// <summary>The added characteristics by name, where a page or a file shows them.</summary>
internal static class AddedNames
{
    /// <summary>All that the organisation in scope ever added, as they are called now: a number never gets another meaning.</summary>
    public static async Task<IReadOnlyList<Characteristic>> AddedCharacteristics(this MarshrutDb db, CancellationToken cancel)
    {
        var content = await db.SupplementVersions.OrderByDescending(row => row.Number).Select(row => row.Content).FirstOrDefaultAsync(cancel);
        return content is null ? [] : Supplement.FromJson(content).AsCharacteristics;
    }

    /// <summary>As the other, without a command where none of these bits is of an added one.</summary>
    public static async Task<IReadOnlyList<Characteristic>> AddedCharacteristics(this MarshrutDb db, uint bits, CancellationToken cancel) =>
        (bits & Characteristics.AddedMask) == 0 ? [] : await db.AddedCharacteristics(cancel);

    /// <summary>Version → its characteristics, for explanations: they keep the words of their day (R44). No command where there is none.</summary>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<Characteristic>>> AddedOf(this MarshrutDb db, IEnumerable<long?> versions, CancellationToken cancel)
    {
        var ids = versions.OfType<long>().Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<long, IReadOnlyList<Characteristic>>()
            : (await db.SupplementVersions.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Content }).ToListAsync(cancel))
                .ToDictionary(row => row.Id, row => Supplement.FromJson(row.Content).AsCharacteristics);
    }
}
