namespace Marshrut.Core.Platform;

public enum FindingLevel
{
    Sound = 1,

    /// <summary>Works, but somebody should look.</summary>
    Attention = 2,

    /// <summary>Must be mended: <c>check</c> answers 3.</summary>
    Problem = 3,
}

/// <param name="Code">Stable kebab-case code; docs/runbook.md has a heading for each that is not sound.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Message">A Russian sentence: what was found and what to do.</param>
public sealed record Finding(string Code, FindingLevel Level, string Message);
