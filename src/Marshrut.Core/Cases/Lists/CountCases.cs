using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Lists;

/// <summary>How much a curator carries.</summary>
/// <param name="Active">Not ended and not asleep.</param>
/// <param name="Due">Of them, to be called today or earlier.</param>
/// <param name="Silent">Of them, whom nobody has reached for <see cref="CountCases.SilentDays"/> days.</param>
public sealed record CuratorLoad(long CuratorId, string FullName, int Active, int Due, int Silent);

/// <param name="Tabs">Tab → how many.</param>
/// <param name="Senders">Whom people came from, by name.</param>
/// <param name="Districts">Where they live, by name.</param>
/// <param name="Load">Every curator of the centre, by name.</param>
public sealed record CaseFigures(IReadOnlyDictionary<CaseTab, int> Tabs, IReadOnlyList<(long Id, string Name)> Senders, IReadOnlyList<string> Districts, IReadOnlyList<CuratorLoad> Load)
{
    /// <summary>How many a list of this filter has; null: it is narrower than its tab.</summary>
    public int? CountOf(CaseFilter filter) => filter.IsNarrowed || (filter.Tab == CaseTab.Uncurated && filter.CuratorId is not null) ? null : Tabs[filter.Tab];
}

/// <summary>Numbers of the list of cases, and what it can be narrowed by.</summary>
public sealed class CountCases(MarshrutDb db, ListCurators curators, TimeProvider clock) : IUseCase
{
    public const int SilentDays = 14;

    /// <param name="curatorId">The tabs count this curator's alone; null: all of the centre's.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<CaseFigures> Count(long? curatorId, CancellationToken cancel)
    {
        var today = clock.Today();
        var silent = today.AddDays(-SilentDays);
        var groups = await db.Cases.AsNoTracking().Where(row => row.PersonId != null)
            .GroupBy(row => new
            {
                row.State,
                row.CuratorId,
                IsDue = row.NextContactOn != null && row.NextContactOn <= today,
                IsSilent = (row.LastContactOn ?? row.OpenedOn) <= silent,
            })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        var asked = await (
            from followUp in db.FollowUps.AsNoTracking()
            join row in db.Cases.AsNoTracking() on followUp.CaseId equals row.Id
            where followUp.DoneOn == null && followUp.DueOn <= today && row.PersonId != null && (curatorId == null || row.CuratorId == curatorId)
            select row.Id).Distinct().CountAsync(cancel);
        var open = db.Cases.AsNoTracking().Where(row => row.PersonId != null && (row.State == CaseState.Opened || row.State == CaseState.InWork) && (curatorId == null || row.CuratorId == curatorId));
        var unplanned = await open.CountAsync(row => row.CuratorId != null && !db.Plans.Any(plan => plan.CaseId == row.Id), cancel);
        var late = await (
            from step in db.PlanSteps.AsNoTracking()
            join plan in db.Plans.AsNoTracking() on step.PlanId equals plan.Id
            join row in open on plan.CaseId equals row.Id
            where step.State == StepState.Ahead && step.DueOn < today
            select row.Id).Distinct().CountAsync(cancel);
        int Sum(Func<CaseState, bool> state, long? curator, bool due = false, bool uncurated = false, bool silentOnly = false) => groups
            .Where(group => state(group.Key.State) && (curator is null || group.Key.CuratorId == curator)
                && (!due || group.Key.IsDue) && (!uncurated || group.Key.CuratorId is null) && (!silentOnly || group.Key.IsSilent))
            .Sum(group => group.Count);
        var tabs = new Dictionary<CaseTab, int>
        {
            [CaseTab.Active] = Sum(IsActive, curatorId),
            [CaseTab.Due] = Sum(IsActive, curatorId, due: true),
            [CaseTab.Uncurated] = Sum(IsActive, null, uncurated: true),
            [CaseTab.Paused] = Sum(state => state == CaseState.Paused, curatorId),
            [CaseTab.Closed] = Sum(state => state == CaseState.Closed, curatorId),
            [CaseTab.FollowUp] = asked,
            [CaseTab.Unplanned] = unplanned,
            [CaseTab.LateSteps] = late,
        };
        var known = db.Cases.AsNoTracking().Where(row => row.PersonId != null);
        var from = await (
            from row in known
            join item in db.TransferItems.AsNoTracking() on row.TransferItemId equals item.Id
            select item.FromOrganizationId).Distinct().ToListAsync(cancel);
        var senders = await db.Organizations.AsNoTracking().Where(row => from.Contains(row.Id)).OrderBy(row => row.Name).Select(row => new { row.Id, row.Name }).ToListAsync(cancel);
        var districts = await (
            from row in known
            join person in db.People.AsNoTracking() on row.PersonId equals person.Id
            where (person.DistrictAfter ?? person.District) != null
            select person.DistrictAfter ?? person.District!).Distinct().OrderBy(name => name).ToListAsync(cancel);
        var staff = (await curators.List(cancel)).ToList();

        // Who may not sign in any more still has people: somebody must take them over.
        var gone = groups.Where(group => IsActive(group.Key.State)).Select(group => group.Key.CuratorId).OfType<long>().Distinct().Except(staff.Select(curator => curator.UserId)).ToList();
        staff.AddRange((await db.Users.AsNoTracking().Where(user => gone.Contains(user.Id)).OrderBy(user => user.FullName).Select(user => new { user.Id, user.FullName }).ToListAsync(cancel))
            .Select(user => new Curator(user.Id, $"{user.FullName}, вход закрыт")));
        var load = staff.Select(curator => new CuratorLoad(
            curator.UserId, curator.FullName, Sum(IsActive, curator.UserId), Sum(IsActive, curator.UserId, due: true), Sum(IsActive, curator.UserId, silentOnly: true)));
        return new CaseFigures(tabs, senders.ConvertAll(row => (row.Id, row.Name)), districts, [.. load]);
    }

    private static bool IsActive(CaseState state) => state is CaseState.Opened or CaseState.InWork;
}
