using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Steps;

/// <summary>Cases whose day has come go on by themselves.</summary>
public sealed class WakeSleepingCases(MarshrutDb db, WakeCase wake, TimeProvider clock) : IRecurringWork
{
    public string Kind => "wake-cases";

    public string Title => "Возобновление сопровождения по сроку";

    public string Cron => "0 15 1 * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var today = clock.Today();
        var woken = await EachOrganization.Visit(db, context, () => WakeDue(today, cancel), cancel);
        context.Summary = woken == 0 ? "Возобновлять нечего." : $"Возобновлено сопровождение: {woken}.";
    }

    private async Task<int> WakeDue(DateOnly today, CancellationToken cancel)
    {
        var woken = 0;
        foreach (var id in await db.Cases.AsNoTracking().Where(row => row.State == CaseState.Paused && row.SleepsUntil <= today).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel))
        {
            woken += await Wake(id, cancel) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return woken;
    }

    /// <returns>False: somebody woke or ended it in this moment.</returns>
    private async Task<bool> Wake(long id, CancellationToken cancel)
    {
        try
        {
            return await wake.Wake(id, cancel);
        }
        catch (RuleViolation)
        {
            return false;
        }
    }
}
