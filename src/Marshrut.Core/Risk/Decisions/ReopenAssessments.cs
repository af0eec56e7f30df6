using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Risk.Decisions;

/// <summary>
/// Takes a decision back: a confirmed level is a proposal again, one set by hand returns to what the methodology computed. «Отменить» after a
/// confirmation, and a second thought later.
/// </summary>
public sealed class ReopenAssessments(MarshrutDb db, BulkWriter bulk, Sealer sealer) : IUseCase
{
    /// <returns>How many became proposals.</returns>
    public async Task<int> Reopen(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        db.DecidingUser();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var decided = (await db.LockCurrent(ids, cancel)).Where(row => row.Status != AssessmentStatus.Proposed).ToList();
        var years = await db.GraduationYears(decided, cancel);
        foreach (var assessment in decided)
        {
            db.Audit(new AuditDraft(
                assessment.OrganizationId, AuditActions.AssessmentReopened, "assessment", assessment.Id, assessment.PersonId, new { was = assessment.Status.ToString() }));
            assessment.Status = AssessmentStatus.Proposed;
            assessment.DecidedBy = null;
            assessment.DecidedAt = null;
            assessment.SetLevel(assessment.ComputedHigh, sealer.OpenAssessment(assessment.Block, assessment.Id), years[assessment.EnrolmentId]);
        }

        await bulk.Update(decided, DecidedLevels.Columns, cancel);
        await db.TellRegister(decided, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return decided.Count;
    }
}
