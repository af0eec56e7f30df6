using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Ids;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Steps;

/// <summary>
/// «Куратор назначен: 12 человек. Отменить»: whom the acting user gave to a curator at one moment, and nothing was done with since, goes back to who was the
/// curator before, or to nobody.
/// </summary>
public sealed class UndoAssignment(MarshrutDb db, CaseBook book, ListCurators curators) : IUseCase
{
    /// <param name="moment"><see cref="AssignedCases.At"/>, to the millisecond.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>Done: who has the former curator again; passed: whom somebody has worked with since, or whose former curator is gone.</returns>
    public async Task<AssignedCases> Undo(DateTime moment, CancellationToken cancel)
    {
        var (actor, end) = (db.Scope.Actor, moment.AddMilliseconds(1));
        var acts = await db.CaseEntries.AsNoTracking()
            .Where(row => row.Step == CaseStep.AssignCurator && row.Actor == actor && row.At >= moment && row.At < end)
            .ToDictionaryAsync(row => row.CaseId, cancel);
        if (acts.Count == 0)
        {
            return new AssignedCases(0, 0);
        }

        var there = (await curators.List(cancel)).ToDictionary(curator => curator.UserId);
        var ids = new IdRange(db.Ids.Reserve(acts.Count), acts.Count);
        await using var transaction = await book.Begin(cancel);
        var opened = await book.Open(acts.Keys, cancel);
        var touched = (await db.CaseEntries.AsNoTracking().Where(row => acts.Keys.Contains(row.CaseId) && row.At >= end).Select(row => row.CaseId).ToListAsync(cancel)).ToHashSet();
        var undone = opened.FindAll(one =>
            !touched.Contains(one.Case.Id) && one.Case.CuratorId == acts[one.Case.Id].CuratorId && CaseSteps.Allows(one.Case.State, CaseStep.UndoCurator)
            && (acts[one.Case.Id].CuratorBefore is not { } user || there.ContainsKey(user)));
        foreach (var one in undone)
        {
            var (given, before) = (acts[one.Case.Id].CuratorId, acts[one.Case.Id].CuratorBefore);
            one.Case.UndoAssign(before);
            if (one.Item is { } item)
            {
                (item.CuratorId, item.CuratorName) = (before, before is { } user ? there[user].FullName : null);
            }

            book.Tell(
                one, new CaseEntryDraft(CaseEntryKind.Step, Step: CaseStep.UndoCurator, CuratorId: before, CuratorBefore: given), ids.Take(), AuditActions.CaseAssignmentUndone, activity: false,
                new { curator = before, before = given, together = undone.Count });
        }

        await book.Save(undone, cancel);
        await transaction.CommitAsync(cancel);
        return new AssignedCases(undone.Count, opened.Count - undone.Count);
    }
}
