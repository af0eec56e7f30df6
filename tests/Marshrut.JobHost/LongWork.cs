using Marshrut.Core.Platform.Jobs;

namespace Marshrut.JobHost;

/// <summary>Goes on for a minute the first time, so that it can be killed in the middle, and ends soon when it is taken up again.</summary>
public sealed class LongWork(Diary diary) : IBackgroundWork
{
    public const string Name = "long-work";

    public string Kind => Name;

    public string Title => "Долгая работа";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var units = context.IsTakenUpAgain ? 3 : 600;
        diary.Write(context.IsTakenUpAgain ? "again" : "begin");
        for (var unit = 1; unit <= units; unit++)
        {
            context.Report(unit, units, "счёт");
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }

        diary.Write("end");
        context.Summary = "Сосчитано.";
    }
}
