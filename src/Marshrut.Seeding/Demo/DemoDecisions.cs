using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>What specialists decided of the proposals: most of the high ones confirmed, a few levels changed by hand with a reason, some still waiting.</summary>
internal sealed class DemoDecisions(MarshrutDb db, BulkWriter bulk, TimeProvider clock)
{
    private static readonly string[] ReasonsForNotHigh =
    [
        "Работодатель подтвердил место письмом, договор подпишут после выпуска",
        "Практика пройдена, отчёт ещё не подшит в личное дело",
        "Резюме составлено на занятии, запись появится после проверки",
    ];

    private static readonly string[] ReasonsForHigh =
    [
        "Не выходит на связь с группой второй месяц, планов на работу нет",
        "Предприятие, с которым был договор, закрывает участок",
    ];

    /// <summary>Decides on the proposals of the organisation in scope as its actor.</summary>
    /// <param name="confirm">Share of the high ones confirmed, 0–1.</param>
    /// <param name="overrides">How many levels are changed by hand.</param>
    public async Task Decide(SeededRandom random, double confirm, int overrides, CancellationToken cancel)
    {
        var proposals = await db.Assessments.AsNoTracking().Where(row => row.IsCurrent && row.Status == AssessmentStatus.Proposed)
            .OrderByDescending(row => row.Priority).ThenBy(row => row.EnrolmentId).ToListAsync(cancel);
        var byHand = random.Shuffled(proposals.Where(CanBeChanged)).Take(overrides).ToList();
        var confirmed = proposals.Except(byHand).Where(row => row.IsHigh && random.Chance(confirm)).ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var assessment in byHand)
        {
            Override(assessment, random);
        }

        foreach (var assessment in confirmed)
        {
            assessment.Status = AssessmentStatus.Confirmed;
            db.Audit(new AuditDraft(assessment.OrganizationId, AuditActions.AssessmentConfirmed, "assessment", assessment.Id, assessment.PersonId));
        }

        foreach (var assessment in confirmed.Concat(byHand))
        {
            assessment.DecidedBy = db.Scope.Actor;
            assessment.DecidedAt = now;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await bulk.Update(
            confirmed.Concat(byHand),
            [
                nameof(Assessment.Status), nameof(Assessment.IsHigh), nameof(Assessment.Priority), nameof(Assessment.OrderYear), nameof(Assessment.DecidedBy),
                nameof(Assessment.DecidedAt),
            ],
            cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>A level is changed where it hangs on little: one light characteristic, or gaps.</summary>
    private static bool CanBeChanged(Assessment assessment) => assessment.IsHigh ? assessment.Priority is >= 0 and <= 2 : !assessment.Complete;

    private void Override(Assessment assessment, SeededRandom random)
    {
        var (before, after) = assessment.IsHigh ? ("высокий", "невысокий") : ("невысокий", "высокий");
        var reason = random.Pick(assessment.IsHigh ? ReasonsForNotHigh : ReasonsForHigh);
        assessment.IsHigh = !assessment.IsHigh;
        assessment.Priority = assessment.IsHigh ? 0 : Assessment.NoPriority;
        assessment.OrderYear = assessment.IsHigh ? clock.GetUtcNow().Year : 0;
        assessment.Status = AssessmentStatus.Overridden;
        db.Audit(new AuditDraft(
            assessment.OrganizationId,
            AuditActions.AssessmentOverridden,
            "assessment",
            assessment.Id,
            assessment.PersonId,
            Values: new AuditValues(reason, [new AuditChange("Уровень", before, after)])));
    }
}
