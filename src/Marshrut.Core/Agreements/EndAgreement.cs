using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Agreements;

/// <param name="On">The first day no longer in force.</param>
/// <param name="SeenVersion">The version that was on the page.</param>
public sealed record AgreementEnd(long Id, DateOnly On, string? Reason, int SeenVersion);

/// <summary>Ends an agreement before its term. It cannot be taken back: another one is added instead.</summary>
public sealed class EndAgreement(MarshrutDb db, AgreementJournal journal) : IUseCase
{
    /// <returns>Null: the organisation in scope has no such agreement.</returns>
    /// <exception cref="RuleViolation">Those of <see cref="AgreementRules"/>.</exception>
    public async Task<AgreementAnswer?> End(AgreementEnd input, CancellationToken cancel)
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

        agreement.End(input.On, input.Reason ?? "");
        journal.Write(agreement, AuditActions.AgreementEnded, agreement.EndReason);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return AgreementAnswer.Written;
    }
}
