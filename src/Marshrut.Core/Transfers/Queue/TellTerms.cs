using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Queue;

/// <summary>Tells both sides every morning whose term of an answer ends or has passed.</summary>
public sealed class TellTerms(MarshrutDb db, TellStaff staff, TimeProvider clock) : IRecurringWork
{
    public string Kind => "tell-terms";

    public string Title => "Напоминания о сроках ответа";

    public string Cron => "0 30 6 * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var told = WorkingDays.Russia.IsWorkingDay(clock.Today()) ? await EachOrganization.Visit(db, context, () => Tell(cancel), cancel) : 0;
        context.Summary = told == 0 ? "Напоминать не о чем." : $"Напоминаний: {told}.";
    }

    private async Task<int> Tell(CancellationToken cancel)
    {
        var (own, today) = (db.Scope.OrganizationId, clock.Today());
        var next = WorkingDays.Russia.AddWorkingDays(today, 1).Day;
        var waiting = db.TransferItems.AsNoTracking().Where(row => row.State == TransferItemState.Waiting && row.AnswerBy <= next);
        var soon = await waiting.CountAsync(row => row.ToOrganizationId == own && row.AnswerBy >= today, cancel);
        var late = await waiting.CountAsync(row => row.ToOrganizationId == own && row.AnswerBy < today, cancel);
        var unanswered = await waiting.CountAsync(row => row.FromOrganizationId == own && row.AnswerBy < today, cancel);
        if (soon + late + unanswered == 0)
        {
            return 0;
        }

        var ids = staff.TakeIds(drafts: 3);
        var told = 0;
        foreach (var (kind, to, count) in new[]
        {
            (NoticeKind.AnswerSoon, Permission.AnswerTransfers, soon), (NoticeKind.AnswerLate, Permission.AnswerTransfers, late), (NoticeKind.AnswerLate, Permission.SendTransfers, unanswered),
        })
        {
            if (count > 0)
            {
                await staff.Tell(new NoticeDraft(kind, own, to, 0, count, DueOn: kind == NoticeKind.AnswerSoon ? next : null, Replaces: true), ids, cancel);
                told++;
            }
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return told;
    }
}
