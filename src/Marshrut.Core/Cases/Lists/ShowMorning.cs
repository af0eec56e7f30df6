using Marshrut.Core.Cases.Leaves;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Lists;

/// <summary>Somebody to be called today, and why.</summary>
/// <param name="InsteadOf">Full name of the curator who is away; null: the reader's own person.</param>
public sealed record MorningLine(long Id, string LastName, string FirstName, MorningReason Reason, DateOnly Since, string? InsteadOf = null);

public enum MorningReason
{
    /// <summary>The day that was agreed has passed.</summary>
    Overdue = 1,

    /// <summary>Taken over, and nobody has reached the person yet.</summary>
    Acquaint = 2,

    /// <summary>The talk is agreed for today.</summary>
    Today = 3,

    /// <summary>Works; a planned question has come due.</summary>
    AskAboutWork = 4,

    /// <summary>The term of a step of the plan has passed, and nobody spoke of it today.</summary>
    LateStep = 5,
}

/// <param name="Calls">In the order in which they are to be made.</param>
/// <param name="Done">How many of this curator's people were called today already.</param>
/// <param name="Covered">Colleagues who are away today and whose people are among these.</param>
public sealed record Morning(IReadOnlyList<MorningLine> Calls, int Done, IReadOnlyList<LeaveLine> Covered);

/// <summary>Whom a curator of the centre in scope calls today: who waits longest first.</summary>
public sealed class ShowMorning(MarshrutDb db, ListLeaves leaves, TimeProvider clock) : IUseCase
{
    /// <summary>More nobody calls in a day; the list of cases has the rest.</summary>
    public const int Most = 60;

    public async Task<Morning> Show(long curatorId, CancellationToken cancel)
    {
        var today = clock.Today();
        List<LeaveLine> covered = [.. (await leaves.List(cancel)).Where(leave => leave.Now && leave.CoverId == curatorId)];
        List<long> away = covered.ConvertAll(leave => leave.CuratorId);
        string? InsteadOf(long? curator) => covered.Find(leave => leave.CuratorId == curator)?.Curator;
        var due = await new CaseFilter(CaseTab.Due, curatorId, Covered: away).Of(db, today)
            .OrderBy(line => line.NextContactOn).ThenByDescending(line => line.Priority).ThenBy(line => line.SortName).ThenBy(line => line.Id)
            .Select(line => new { line.Id, line.LastName, line.FirstName, line.LastContactOn, line.CuratorId, Since = line.NextContactOn!.Value })
            .Take(Most).ToListAsync(cancel);
        var asked = await new CaseFilter(CaseTab.FollowUp, curatorId, Covered: away).Of(db, today)
            .OrderBy(line => line.SortName).ThenBy(line => line.Id)
            .Select(line => new
            {
                line.Id,
                line.LastName,
                line.FirstName,
                line.CuratorId,
                Since = db.FollowUps.Where(row => row.CaseId == line.Id && row.DoneOn == null).Min(row => row.DueOn),
            }).Take(Most).ToListAsync(cancel);
        var start = clock.StartOfToday();
        var actor = Accounts.Actors.Of(curatorId);
        var late = await new CaseFilter(CaseTab.LateSteps, curatorId, Covered: away).Of(db, today)
            .Where(line => (line.NextContactOn == null || line.NextContactOn > today) && !db.CaseEntries.Any(row => row.CaseId == line.Id && row.Kind == CaseEntryKind.Contact && row.At >= start))
            .OrderByDescending(line => line.Priority).ThenBy(line => line.SortName).ThenBy(line => line.Id)
            .Select(line => new
            {
                line.Id,
                line.LastName,
                line.FirstName,
                line.CuratorId,
                Since = db.Plans.Where(plan => plan.CaseId == line.Id)
                    .Select(plan => db.PlanSteps.Where(step => step.PlanId == plan.Id && step.State == StepState.Ahead && step.DueOn < today).Min(step => step.DueOn)).First(),
            }).Take(Most).ToListAsync(cancel);
        var done = await db.CaseEntries.Where(row => row.Kind == CaseEntryKind.Contact && row.Actor == actor && row.At >= start).Select(row => row.CaseId).Distinct().CountAsync(cancel);
        return new Morning(
            [
                .. due.Select(line => new MorningLine(
                    line.Id, line.LastName, line.FirstName,
                    line.Since < today ? MorningReason.Overdue : line.LastContactOn is null ? MorningReason.Acquaint : MorningReason.Today, line.Since, InsteadOf(line.CuratorId)))
                    .OrderBy(line => line.Reason == MorningReason.Overdue ? 0 : 1),
                .. late.Select(line => new MorningLine(line.Id, line.LastName, line.FirstName, MorningReason.LateStep, line.Since, InsteadOf(line.CuratorId))),
                .. asked.Select(line => new MorningLine(line.Id, line.LastName, line.FirstName, MorningReason.AskAboutWork, line.Since, InsteadOf(line.CuratorId))),
            ],
            done,
            covered);
    }
}
