using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Decisions;

/// <param name="Ids">Assessments, all current.</param>
/// <param name="Level">The level to set.</param>
/// <param name="Reason">Why, in the specialist's words; kept sealed.</param>
public sealed record LevelDecision(IReadOnlyCollection<long> Ids, RiskLevel Level, string Reason);

/// <summary>
/// Sets levels by hand, with a reason (DOMAIN §7). Reason, before and after lie sealed in the journal, one line a person. The level that the
/// methodology computed itself becomes confirmed rather than «изменён вручную».
/// </summary>
public sealed class OverrideAssessments(MarshrutDb db, BulkWriter bulk, Sealer sealer, TimeProvider clock) : IUseCase
{
    /// <returns>How many levels changed.</returns>
    /// <exception cref="RuleViolation">No reason, nobody chosen, everybody has this level already, or the assessments were replaced meanwhile.</exception>
    public async Task<int> Override(LevelDecision decision, CancellationToken cancel)
    {
        var user = db.DecidingUser();
        if (decision.Ids.Count == 0)
        {
            throw new RuleViolation("nobody-chosen", "Никто не выбран. Отметьте людей в списке.");
        }

        var reason = Reason.Given(decision.Reason);
        var now = clock.UtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var current = await db.LockCurrent(decision.Ids, cancel);
        if (current.Count < decision.Ids.Distinct().Count())
        {
            throw new RuleViolation("replaced", "Пока вы решали, риск определили заново. Вернитесь к списку и посмотрите новый уровень.");
        }

        var high = decision.Level == RiskLevel.High;
        var changed = current.Where(row => row.IsHigh != high).ToList();
        if (changed.Count == 0)
        {
            throw new RuleViolation("same-level", $"Уровень и так {Word(high)}. Чтобы согласиться с ним, подтвердите его.");
        }

        var years = await db.GraduationYears(changed, cancel);
        foreach (var assessment in changed)
        {
            db.Audit(new AuditDraft(
                assessment.OrganizationId,
                AuditActions.AssessmentOverridden,
                "assessment",
                assessment.Id,
                assessment.PersonId,
                new { together = changed.Count },
                new AuditValues(reason, [new AuditChange("Уровень риска", Word(assessment.IsHigh), Word(high))])));
            assessment.Status = high == assessment.ComputedHigh ? AssessmentStatus.Confirmed : AssessmentStatus.Overridden;
            assessment.DecidedBy = user;
            assessment.DecidedAt = now;
            assessment.SetLevel(high, sealer.OpenAssessment(assessment.Block, assessment.Id), years[assessment.EnrolmentId]);
        }

        await bulk.Update(changed, DecidedLevels.Columns, cancel);
        await db.TellRegister(changed, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return changed.Count;
    }

    private static string Word(bool high) => high ? "высокий" : "невысокий";
}
