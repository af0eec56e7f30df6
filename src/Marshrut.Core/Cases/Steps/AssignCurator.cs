using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Ids;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Steps;

/// <param name="Passed">Ended meanwhile, or this curator's already.</param>
/// <param name="At">By it the act is taken back; null: it named nobody.</param>
public sealed record AssignedCases(int Done, int Passed, DateTime? At = null);

/// <summary>Names the curator of one case or of many; each is told in the journal of its person (R33).</summary>
public sealed class AssignCurator(MarshrutDb db, CaseBook book, FindCurator curators, TellStaff staff, TimeProvider clock) : IUseCase
{
    /// <param name="caseIds">Ids of other centres find nothing.</param>
    /// <param name="curatorId">User of the centre.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="RuleViolation">Nobody is chosen; no such curator.</exception>
    public async Task<AssignedCases> Assign(IReadOnlyCollection<long> caseIds, long? curatorId, CancellationToken cancel)
    {
        var asked = caseIds.Distinct().ToList();
        if (asked.Count == 0)
        {
            throw new RuleViolation("nobody-chosen", "Никто не выбран. Отметьте людей в списке.");
        }

        if (curatorId is not { } user)
        {
            throw new RuleViolation("no-curator", "Выберите куратора.");
        }

        var curator = await curators.Find(user, cancel);
        var ids = new IdRange(db.Ids.Reserve(asked.Count), asked.Count);
        var noticeIds = staff.TakeIds();
        await using var transaction = await book.Begin(cancel);
        var opened = (await book.Open(asked, cancel)).Where(one => one.Case.CuratorId != user && CaseSteps.Allows(one.Case.State, CaseStep.AssignCurator)).ToList();
        var at = clock.UtcNow();
        foreach (var one in opened)
        {
            var before = one.Case.CuratorId;
            one.Case.Assign(user);
            if (one.Item is { } item)
            {
                (item.CuratorName, item.CuratorId) = (curator.FullName, curator.UserId);
            }

            book.Tell(
                one, new CaseEntryDraft(CaseEntryKind.Step, Step: CaseStep.AssignCurator, CuratorId: user, CuratorBefore: before), ids.Take(), AuditActions.CaseAssigned, activity: false,
                new { curator = user, before, together = opened.Count }, at);
        }

        if (opened.Count > 0)
        {
            await staff.Tell(new NoticeDraft(NoticeKind.CuratorAssigned, db.Scope.OrganizationId, Permission.WorkCases, 0, opened.Count, UserId: user), noticeIds, cancel);
        }

        await book.Save(opened, cancel);
        await transaction.CommitAsync(cancel);
        return new AssignedCases(opened.Count, asked.Count - opened.Count, opened.Count > 0 ? at : null);
    }
}
