using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Consents;

namespace Marshrut.Core.Register.Consents;

/// <param name="TermMonths">1–120; null: until it is withdrawn.</param>
/// <param name="SeenNumber">The version that the form began from.</param>
public sealed record ConsentTextDraft(ConsentPurpose Purpose, string? Text, int? TermMonths, int SeenNumber);

/// <param name="Number">Of the adopted version; null: it was not adopted.</param>
/// <param name="Problems">Field → sentence: <c>text</c>, <c>termMonths</c>.</param>
/// <param name="Newer">Somebody adopted another meanwhile.</param>
public sealed record ConsentTextAnswer(int? Number, IReadOnlyList<(string Field, string Sentence)> Problems, ConsentTextVersion? Newer);

/// <summary>Adopts a new version of the text that people sign from now on; what is signed already keeps its own.</summary>
public sealed class AdoptConsentText(MarshrutDb db, FindConsentText find, TimeProvider clock) : IUseCase
{
    private const int LongestTerm = 120;

    public async Task<ConsentTextAnswer> Adopt(ConsentTextDraft input, CancellationToken cancel)
    {
        var text = (input.Text ?? "").Trim().Replace("\r\n", "\n", StringComparison.Ordinal);
        List<(string, string)> problems = [.. ConsentText.Problems(text, input.Purpose == ConsentPurpose.Transfer).Select(problem => ("text", problem))];
        if (input.TermMonths is < 1 or > LongestTerm)
        {
            problems.Add(("termMonths", $"Укажите от 1 до {LongestTerm} месяцев или оставьте пустым: тогда согласие действует до отзыва."));
        }

        if (problems.Count > 0)
        {
            return new ConsentTextAnswer(null, problems, null);
        }

        var id = db.Ids.Take();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OrganizationLock.Take(db, cancel);
        var current = (await find.Find(input.Purpose, cancel))[0];
        if (current.Number != input.SeenNumber)
        {
            return new ConsentTextAnswer(null, [], current);
        }

        if (current.Text.Trim().Replace("\r\n", "\n", StringComparison.Ordinal) == text && current.TermMonths == input.TermMonths && current.Number > 0)
        {
            return new ConsentTextAnswer(current.Number, [], null);
        }

        db.ConsentTemplates.Add(new ConsentTemplate
        {
            Id = id,
            OrganizationId = db.Scope.OrganizationId,
            Purpose = input.Purpose,
            Number = current.Number + 1,
            Text = text,
            TermMonths = input.TermMonths,
            AdoptedAt = clock.UtcNow(),
            AdoptedBy = Actors.UserIn(db.Scope.Actor),
        });
        db.Audit(new AuditDraft(
            db.Scope.OrganizationId, AuditActions.ConsentTextAdopted, "consent-text", id, Details: new { purpose = input.Purpose.ToString(), number = current.Number + 1, months = input.TermMonths }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new ConsentTextAnswer(current.Number + 1, [], null);
    }
}
