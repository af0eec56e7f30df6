namespace Marshrut.Core.Accounts;

/// <summary>How a user wants letters about notices. Values are stored.</summary>
public enum MailWay
{
    /// <summary>Once a day, if there is something new.</summary>
    Daily = 0,
    AtOnce = 1,
    None = 2,
}
