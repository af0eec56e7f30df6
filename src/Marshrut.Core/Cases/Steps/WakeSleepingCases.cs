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
        var organizations = await db.Organizations.OrderBy(row => row.Id).Select(row => new { row.Id, row.RegionCode }).ToListAsync(cancel);
        var woken = 0;
        for (var i = 0; i < organizations.Count; i++)
        {
            // One organisation at a time, in its own scope: the filter of the tenancy is not lifted.
            db.Scope.EnterOrganization(organizations[i].Id, organizations[i].RegionCode);
            var due = await db.Cases.AsNoTracking().Where(row => row.State == CaseState.Paused && row.SleepsUntil <= today).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
            foreach (var id in due)
            {
                woken += await Wake(id, cancel) ? 1 : 0;
                db.ChangeTracker.Clear();
            }

            context.Report(i + 1, organizations.Count, "просмотр организаций");
        }

        context.Summary = woken == 0 ? "Возобновлять нечего." : $"Возобновлено сопровождение: {woken}.";
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
