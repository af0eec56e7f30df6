namespace Marshrut.Web.Ui;

internal static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Good => "good",
        Tone.Wait => "wait",
        Tone.Bad => "bad",
        Tone.High => "high",
        Tone.Busy => "busy",
        Tone.Conflict => "conflict",
        _ => "quiet",
    };

    /// <summary>The icon that says the same as the colour.</summary>
    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Info => "info-circle",
        Tone.Good => "check",
        Tone.Wait => "clock",
        Tone.Bad => "alert-circle",
        Tone.High => "chevrons-up",
        Tone.Busy => "progress",
        Tone.Conflict => "users",
        _ => "minus",
    };
}
