using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Methodologies;

/// <summary>Writes the parameters of a draft. The journal keeps them as they were and as they are: they are no personal data.</summary>
public sealed class ChangeMethodology(MarshrutDb db) : IUseCase
{
    /// <exception cref="RuleViolation">Not a draft of this region, or the parameters cannot be used.</exception>
    public async Task Change(long id, MethodologyParameters parameters, CancellationToken cancel)
    {
        var draft = await db.OwnDraft(id, cancel);
        parameters.Check();
        var before = draft.Parameters;
        var after = parameters.ToJson();
        if (before == after)
        {
            return;
        }

        draft.Parameters = after;
        db.Audit(new AuditDraft(null, AuditActions.MethodologyChanged, "methodology", draft.Id, Details: new { change = "parameters", before, after }));
        await db.SaveChangesAsync(cancel);
    }
}
