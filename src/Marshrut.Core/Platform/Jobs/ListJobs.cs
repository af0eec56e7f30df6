namespace Marshrut.Core.Platform.Jobs;

/// <summary>The runs of the installation, newest first: for its administrator, who sees kinds and counts and no people.</summary>
public sealed class ListJobs(JobStore store, IEnumerable<IBackgroundWork> works) : IUseCase
{
    /// <param name="before">Id of the last row of the page before; null: the first page.</param>
    /// <param name="count">Rows on a page.</param>
    /// <param name="unfinishedOnly">Only what waits or goes on.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<JobPage> List(long? before, int count, bool unfinishedOnly, CancellationToken cancel)
    {
        var titles = works.ToDictionary(work => work.Kind, work => work.Title);
        var runs = await store.Page(before, count + 1, unfinishedOnly, cancel);
        var rows = runs.Take(count).Select(run => new JobRow(run, titles.GetValueOrDefault(run.Kind, run.Kind))).ToList();
        return new JobPage(rows, runs.Count > count ? rows[^1].Run.Id : null);
    }
}

/// <param name="Rows">Newest first.</param>
/// <param name="Before">Key of the next page; null: this is the last.</param>
public sealed record JobPage(IReadOnlyList<JobRow> Rows, long? Before);

/// <param name="Run">The row.</param>
/// <param name="Title">What the work is, in Russian.</param>
public sealed record JobRow(JobRun Run, string Title);
