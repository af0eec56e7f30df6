using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Risk.Decisions;

/// <param name="Count">How many became confirmed.</param>
/// <param name="Passed">How many were no proposals any more: decided by somebody else, or replaced by a later run.</param>
/// <param name="At">The moment that marks these confirmations: <see cref="ReopenAssessments"/> takes them back by it.</param>
public sealed record ConfirmedAssessments(int Count, int Passed, DateTime At);

/// <summary>Confirms proposed levels, one or thousands, under the name of whoever acts (DOMAIN §7); one journal line a person (R33).</summary>
public sealed class ConfirmAssessments(MarshrutDb db, BulkWriter bulk, TimeProvider clock) : IUseCase
{
    /// <exception cref="RuleViolation">Nobody is chosen, or no named user acts.</exception>
    public async Task<ConfirmedAssessments> Confirm(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var user = db.DecidingUser();
        if (ids.Count == 0)
        {
            throw new RuleViolation("nobody-chosen", "Никто не выбран. Отметьте людей в списке.");
        }

        // Milliseconds: both databases keep them, so the moment finds its rows again.
        var now = clock.UtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var proposals = (await db.LockCurrent(ids, cancel)).Where(row => row.Status == AssessmentStatus.Proposed).ToList();
        foreach (var proposal in proposals)
        {
            proposal.Status = AssessmentStatus.Confirmed;
            proposal.DecidedBy = user;
            proposal.DecidedAt = now;
            db.Audit(new AuditDraft(proposal.OrganizationId, AuditActions.AssessmentConfirmed, "assessment", proposal.Id, proposal.PersonId, new { together = proposals.Count }));
        }

        await bulk.Update(proposals, [nameof(Assessment.Status), nameof(Assessment.DecidedBy), nameof(Assessment.DecidedAt)], cancel);
        await db.TellRegister(proposals, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new ConfirmedAssessments(proposals.Count, ids.Distinct().Count() - proposals.Count, now);
    }
}
