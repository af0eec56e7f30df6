namespace Marshrut.Web.Ui.Movement;

/// <summary>Where a person stands on the route.</summary>
public enum StopState
{
    Done,
    Now,
    Ahead,
}
