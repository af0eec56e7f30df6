using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Methodologies;

/// <param name="EffectiveFrom">Today or later.</param>
/// <param name="Reason">Why the version is brought in.</param>
/// <param name="Document">The order that does it: «Приказ № 112».</param>
public sealed record MethodologyDecision(DateOnly EffectiveFrom, string Reason, string Document, DateOnly? DocumentDate);

/// <summary>Brings a draft into force from a day. From then on it never changes: levels are explained by it.</summary>
public sealed class ActivateMethodology(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <exception cref="RuleViolation">Not a draft, wrong parameters, no reason or document, or a day in the past.</exception>
    public async Task Activate(long id, MethodologyDecision decision, CancellationToken cancel)
    {
        var draft = await db.OwnDraft(id, cancel);
        MethodologyParameters.FromJson(draft.Parameters).Check();
        if (string.IsNullOrWhiteSpace(decision.Reason))
        {
            throw new RuleViolation("no-reason", "Напишите, зачем вводится версия.");
        }

        if (string.IsNullOrWhiteSpace(decision.Document))
        {
            throw new RuleViolation("no-document", "Напишите, каким документом вводится версия, например «Приказ № 112».");
        }

        if (decision.EffectiveFrom < clock.Today())
        {
            throw new RuleViolation("in-the-past", "Этот день прошёл: уровни на него уже определены по прежней версии. Выберите сегодняшний день или позже.");
        }

        draft.State = MethodologyState.Active;
        draft.EffectiveFrom = decision.EffectiveFrom;
        draft.Reason = decision.Reason.Trim();
        draft.Document = decision.Document.Trim();
        draft.DocumentDate = decision.DocumentDate;
        db.Audit(new AuditDraft(null, AuditActions.MethodologyChanged, "methodology", draft.Id, Details: new
        {
            change = "activated",
            version = MethodologyName.Code(draft),
            from = draft.EffectiveFrom,
            reason = draft.Reason,
            document = draft.Document,
            documentDate = draft.DocumentDate,
        }));
        await db.SaveChangesAsync(cancel);
    }
}
