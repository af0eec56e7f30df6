namespace Marshrut.Core.Platform.Jobs;

/// <summary>Work that begins by itself. A time missed because the program was off is made up for once, at the next start.</summary>
public interface IRecurringWork : IBackgroundWork
{
    /// <summary>Quartz cron expression with seconds, in the local time of the machine: <c>0 30 3 * * ?</c>.</summary>
    string Cron { get; }
}
