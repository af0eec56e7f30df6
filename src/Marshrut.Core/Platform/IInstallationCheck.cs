namespace Marshrut.Core.Platform;

/// <summary>What a module looks over of itself for <c>check</c>. A sealed class, found by this marker.</summary>
public interface IInstallationCheck
{
    /// <summary>Only called on current tables. Changes nothing.</summary>
    Task<Finding> Look(CancellationToken cancel);
}
