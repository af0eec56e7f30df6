namespace Marshrut.Core.Platform.Jobs;

/// <summary>
/// Long work of a module: run by a page through <see cref="EnqueueJob"/> or by a command through <see cref="RunJobNow"/>. A sealed class, found by
/// this marker. It must be idempotent: a run that was cut off by the end of the program is begun anew, so whatever it left must be nothing, or
/// something that the next run goes on from.
/// </summary>
public interface IBackgroundWork
{
    /// <summary>Stable kebab-case name (<c>import-apply</c>); stands in stored rows.</summary>
    string Kind { get; }

    /// <summary>What people read in the list of jobs: «Загрузка реестра».</summary>
    string Title { get; }

    /// <summary>
    /// Does the work in the scope of whoever asked for it: the same actor, organisation and rights.
    /// <paramref name="cancel"/> is cancelled by «Остановить» and by the end of the program.
    /// </summary>
    /// <exception cref="RuleViolation">The work cannot be done; its Russian sentence is what people will read.</exception>
    Task Run(JobContext context, CancellationToken cancel);

    /// <summary>
    /// Called when a run ends without being done: stopped (also before it began) or failed for good. Puts back the rows that wait for it, so that
    /// people can order it again. Most works leave nothing waiting.
    /// </summary>
    Task GiveUp(JobContext context, CancellationToken cancel) => Task.CompletedTask;
}
