namespace Marshrut.Core.Platform.Tables;

/// <summary>Something about the whole file that the user should know and that stops nothing (R6).</summary>
/// <param name="Code">Stable kebab-case.</param>
/// <param name="Message">A Russian sentence.</param>
public sealed record ReadingNotice(string Code, string Message);
