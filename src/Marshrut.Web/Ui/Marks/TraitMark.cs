namespace Marshrut.Web.Ui.Marks;

/// <summary>How a characteristic's tag looks; absent ones are not shown.</summary>
public enum TraitMark
{
    Present,
    Unknown,

    /// <summary>Kept behind a lock: neither value nor kind is said.</summary>
    Protected,
}
