namespace Marshrut.Rules.Risk;

/// <summary>What «no record at all» means for 8–10 (R24).</summary>
public enum RecordsRule : byte
{
    /// <summary>Present if the organisation keeps such records in the study year, else Unknown.</summary>
    WhenRecordsKept = 0,

    /// <summary>Present.</summary>
    Always = 1,

    /// <summary>Unknown.</summary>
    Never = 2,
}
