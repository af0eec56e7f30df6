using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Applications;

/// <summary>A file of ЕЦП that nobody wrote or put away goes after <c>Imports:KeepStagedDays</c>: it is full of people (DOMAIN §13).</summary>
public sealed class DropServiceFiles(MarshrutDb db, DatabaseAccess database, JobSettings settings, TimeProvider clock) : IRecurringWork
{
    public string Kind => "drop-service-files";

    public string Title => "Уборка выгрузок портала, которые не записали";

    public string Cron => "0 40 3 * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-settings.KeepStagedDays);
        var dropped = await EachOrganization.Visit(db, context, () => Drop(before, cancel), cancel);
        if (dropped > 0)
        {
            await database.EmptyLog(cancel);
        }

        context.Summary = dropped == 0 ? "Убирать нечего." : $"Убраны выгрузки портала: {dropped}.";
    }

    private async Task<int> Drop(DateTime before, CancellationToken cancel)
    {
        var stale = await db.ServiceFiles.Where(row => row.AddedAt < before).ToListAsync(cancel);
        db.ServiceFiles.RemoveRange(stale);
        await db.SaveChangesAsync(cancel);
        return stale.Count;
    }
}
