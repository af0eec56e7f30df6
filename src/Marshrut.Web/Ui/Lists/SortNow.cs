namespace Marshrut.Web.Ui.Lists;

/// <summary>How a column orders the list at this moment.</summary>
public enum SortNow
{
    None,
    Up,
    Down,
}
