namespace Marshrut.Web.Ui;

internal static class ButtonKinds
{
    public static string? Css(this ButtonKind kind) => kind switch
    {
        ButtonKind.Primary => "btn-primary",
        ButtonKind.Quiet => "btn-quiet",
        ButtonKind.Danger => "btn-danger",
        ButtonKind.Pressed => "btn-pressed",
        _ => null,
    };
}
