namespace Marshrut.Core.Platform.Jobs;

/// <summary>What became of an attempt to run a queued row.</summary>
internal enum RunOutcome
{
    /// <summary>Done, failed or stopped: the row says which.</summary>
    Finished,

    /// <summary>Another run with the same key goes on; this one waits.</summary>
    Busy,

    /// <summary>Cut off (the program ends, the database went away): back in the queue.</summary>
    Interrupted,
}
