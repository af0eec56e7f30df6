namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>A sheet of a file.</summary>
/// <param name="Index">From 0, in the order of the tabs.</param>
/// <param name="Name">The tab's name; empty for csv.</param>
/// <param name="Hidden">The tab is not shown to the user.</param>
public sealed record SheetInfo(int Index, string Name, bool Hidden);
