namespace Marshrut.Web.Ui;

/// <summary>The one meaning a colour has. Red is a failure or a missed term, never risk; plum is high risk and nothing else.</summary>
public enum Tone
{
    /// <summary>No colour: second ink.</summary>
    Quiet,

    /// <summary>Accent: news, a draft.</summary>
    Info,

    /// <summary>Green: done, accepted, mended.</summary>
    Good,

    /// <summary>Ochre: soon, waiting.</summary>
    Wait,

    /// <summary>Red: failed, overdue, rejected, returned.</summary>
    Bad,

    /// <summary>Plum: high risk.</summary>
    High,

    /// <summary>Accent: at work now.</summary>
    Busy,

    /// <summary>Ochre: somebody else changed the same thing.</summary>
    Conflict,
}
