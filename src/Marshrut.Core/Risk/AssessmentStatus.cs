namespace Marshrut.Core.Risk;

/// <summary>A computed level is a proposal until a named specialist decides (DOMAIN §7). Values are stored.</summary>
public enum AssessmentStatus
{
    Proposed = 1,
    Confirmed = 2,
    Overridden = 3,
}
