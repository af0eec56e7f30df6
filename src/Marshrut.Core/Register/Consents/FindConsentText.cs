using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Consents;

/// <param name="Number">0: the sample that comes with the program.</param>
/// <param name="TermMonths">Null: until it is withdrawn.</param>
/// <param name="AdoptedAt">Null: the sample.</param>
/// <param name="AdoptedBy">Full name; null: the sample or the program.</param>
public sealed record ConsentTextVersion(ConsentPurpose Purpose, int Number, string Text, int? TermMonths, DateTime? AdoptedAt, string? AdoptedBy)
{
    public DateOnly? EndsOn(DateOnly signedOn) => TermMonths is { } months ? signedOn.AddMonths(months).AddDays(-1) : null;
}

/// <summary>The texts of consents in the organisation in scope: the one in use and those before it.</summary>
public sealed class FindConsentText(MarshrutDb db) : IUseCase
{
    /// <returns>All versions, the one in use first; the sample is always the last.</returns>
    public async Task<IReadOnlyList<ConsentTextVersion>> Find(ConsentPurpose purpose, CancellationToken cancel)
    {
        var own = await (
            from text in db.ConsentTemplates.AsNoTracking()
            join user in db.Users on text.AdoptedBy equals user.Id into users
            from user in users.DefaultIfEmpty()
            where text.Purpose == purpose
            orderby text.Number descending
            select new ConsentTextVersion(text.Purpose, text.Number, text.Text, text.TermMonths, text.AdoptedAt, (string?)user.FullName)).ToListAsync(cancel);
        return [.. own, new ConsentTextVersion(purpose, 0, SampleConsentTexts.Of(purpose), SampleConsentTexts.TermMonths, null, null)];
    }
}
