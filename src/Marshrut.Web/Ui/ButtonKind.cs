namespace Marshrut.Web.Ui;

/// <summary>One primary button on a screen; a dangerous one is red words without a fill.</summary>
public enum ButtonKind
{
    Plain,
    Primary,
    Quiet,
    Danger,

    /// <summary>A plain button whose panel is open or whose choice is on.</summary>
    Pressed,
}
