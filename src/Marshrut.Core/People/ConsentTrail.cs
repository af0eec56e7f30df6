using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.People;

/// <summary>The consents of people, opened, each person's in the order of their recording: what was recorded last is what holds.</summary>
public static class ConsentTrail
{
    /// <param name="db">The organisation in scope.</param>
    /// <param name="sealer">Opens them.</param>
    /// <param name="people">At most some thousands; null: everybody of the organisation.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<ILookup<long, Consent>> Read(MarshrutDb db, Sealer sealer, IReadOnlyCollection<long>? people, CancellationToken cancel)
    {
        var rows = db.Consents.AsNoTracking();
        if (people is not null)
        {
            rows = rows.Where(row => people.Contains(row.PersonId));
        }

        // Ids come from blocks: a later row may have a smaller one.
        var records = await rows.OrderBy(row => row.RecordedAt).ThenBy(row => row.Id).ToListAsync(cancel);
        return records.ToLookup(row => row.PersonId, row => Consent.Open(sealer, row));
    }

    /// <returns>The latest for the purpose, withdrawn or not; null: there was none.</returns>
    public static Consent? Latest(this IEnumerable<Consent> trail, ConsentPurpose purpose) => trail.LastOrDefault(consent => consent.Purpose == purpose);

    /// <returns>The latest for the purpose, where it is neither withdrawn nor past its term.</returns>
    public static Consent? Live(this IEnumerable<Consent> trail, ConsentPurpose purpose, DateOnly today) =>
        trail.Latest(purpose) is { WithdrawnOn: null } latest && !(latest.EndsOn < today) ? latest : null;
}
