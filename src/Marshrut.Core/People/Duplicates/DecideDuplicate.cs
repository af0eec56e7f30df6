using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.People.Duplicates;

/// <summary>Somebody says whether two people are one. Nothing is merged by it: «one person» is a mark for the merging (DOMAIN §5).</summary>
public sealed class DecideDuplicate(MarshrutDb db) : IUseCase
{
    /// <exception cref="RuleViolation">There is no such pair, or it was decided meanwhile.</exception>
    public async Task Decide(long pairId, DuplicateDecision decision, CancellationToken cancel)
    {
        if (decision is not (DuplicateDecision.DifferentPeople or DuplicateDecision.SamePerson))
        {
            throw new RuleViolation("decision-missing", "Выберите: разные люди или один человек.");
        }

        var pair = await db.DuplicateCandidates.FirstOrDefaultAsync(row => row.Id == pairId, cancel);
        if (pair is not { Decision: DuplicateDecision.Open })
        {
            throw new RuleViolation("duplicate-decided", "Об этой паре уже решили. Посмотрите остальные.");
        }

        pair.Decision = decision;
        foreach (var person in new[] { pair.FirstPersonId, pair.SecondPersonId })
        {
            db.Audit(new AuditDraft(
                pair.OrganizationId,
                AuditActions.DuplicateDecided,
                "duplicate",
                pair.Id,
                person,
                new { decision = decision == DuplicateDecision.SamePerson ? "same-person" : "different-people" }));
        }

        await db.SaveChangesAsync(cancel);
    }
}
