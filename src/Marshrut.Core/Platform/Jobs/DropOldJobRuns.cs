namespace Marshrut.Core.Platform.Jobs;

/// <summary>Takes finished rows off the list of jobs after <c>Jobs:KeepRunsDays</c>.</summary>
public sealed class DropOldJobRuns(JobStore store, JobSettings settings, TimeProvider clock) : IRecurringWork
{
    public string Kind => "drop-old-job-runs";

    public string Title => "Уборка списка работ";

    public string Cron => "0 40 3 * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var dropped = await store.DeleteFinishedBefore(clock.GetUtcNow().UtcDateTime.AddDays(-settings.KeepRunsDays), cancel);
        context.Summary = dropped == 0 ? "Убирать нечего." : $"Убрано строк: {dropped}.";
    }
}
