using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <summary>Reminds curators every morning of who comes today.</summary>
public sealed class TellVisits(MarshrutDb db, TellStaff staff, TimeProvider clock) : IRecurringWork
{
    public string Kind => "tell-visits";

    public string Title => "Напоминания о явках";

    public string Cron => "0 35 6 * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var told = await EachOrganization.Visit(db, context, () => Tell(cancel), cancel);
        context.Summary = told == 0 ? "Сегодня никто не назначен." : $"Кураторов с явками сегодня: {told}.";
    }

    private async Task<int> Tell(CancellationToken cancel)
    {
        var today = clock.Today();
        var curators = await db.Visits.AsNoTracking().Where(row => row.On == today && row.State == VisitState.Planned)
            .GroupBy(row => row.CuratorId).Select(group => new { group.Key, Count = group.Count() }).OrderBy(row => row.Key).ToListAsync(cancel);
        if (curators.Count == 0)
        {
            return 0;
        }

        var ids = staff.TakeIds(curators.Count);
        foreach (var curator in curators)
        {
            await staff.Tell(new NoticeDraft(NoticeKind.VisitsToday, db.Scope.OrganizationId, Permission.WorkCases, 0, curator.Count, UserId: curator.Key, Replaces: true), ids, cancel);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return curators.Count;
    }
}
