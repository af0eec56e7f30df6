using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Notifications;

/// <summary>Notices and letters are news: after a quarter they go.</summary>
public sealed class DropOldNotices(MarshrutDb db, TimeProvider clock) : IRecurringWork
{
    private const int KeptDays = 90;

    public string Kind => "drop-old-notices";

    public string Title => "Уборка старых уведомлений";

    public string Cron => "0 45 2 * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var before = clock.UtcNow().AddDays(-KeptDays);
        var notices = await db.Notices.Where(row => row.At < before).ExecuteDeleteAsync(cancel);
        var letters = await db.Letters.Where(row => row.CreatedAt < before).ExecuteDeleteAsync(cancel);
        context.Summary = $"Убраны уведомления: {notices}, письма: {letters}.";
    }
}
