namespace Marshrut.Core.Platform.Jobs;

public enum JobState
{
    Queued = 1,
    Running = 2,
    Done = 3,
    Failed = 4,
    Stopped = 5,
}
