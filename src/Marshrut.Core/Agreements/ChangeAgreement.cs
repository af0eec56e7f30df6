using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Agreements;

/// <param name="Reason">Stands in the history of both sides.</param>
/// <param name="SeenVersion">The version that the form was filled in from.</param>
public sealed record AgreementChange(long Id, AgreementTerms Terms, string? Reason, int SeenVersion);

/// <summary>Changes what the two agreed on. The parties never change.</summary>
public sealed class ChangeAgreement(MarshrutDb db, AgreementJournal journal, TimeProvider clock) : IUseCase
{
    /// <returns>Null: the organisation in scope has no such agreement.</returns>
    /// <exception cref="RuleViolation"><c>nothing-changed</c>, and those of <see cref="AgreementRules"/>.</exception>
    public async Task<AgreementAnswer?> Change(AgreementChange input, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await OpenAgreement.Open(db, input.Id, cancel) is not { } agreement)
        {
            return null;
        }

        AgreementRules.IsNotEnded(agreement);
        if (agreement.Version != input.SeenVersion)
        {
            return new AgreementAnswer(new AgreementConflict(await journal.Read(agreement.Id, input.SeenVersion, cancel), agreement.Terms, agreement.Version));
        }

        var terms = input.Terms.Tidy();
        var changes = AgreementWords.Differences(agreement.Terms, terms);
        if (changes.Count == 0)
        {
            throw new RuleViolation("nothing-changed", "Вы ничего не изменили. Исправьте, что нужно, или вернитесь к соглашению.");
        }

        AgreementRules.DatesAreLikely(terms, clock.Today());
        var reason = Reason.Given(input.Reason);
        var others = await db.Agreements.AsNoTracking()
            .Where(row => row.Id != agreement.Id && row.FromOrganizationId == agreement.FromOrganizationId && row.ToOrganizationId == agreement.ToOrganizationId)
            .ToListAsync(cancel);
        agreement.Change(terms, others);
        journal.Write(agreement, AuditActions.AgreementChanged, reason, changes);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return AgreementAnswer.Written;
    }
}
