namespace Marshrut.Core.Platform.Tables;

/// <summary>Where the user says that the header stands, when the program takes another row for it, or none.</summary>
/// <param name="Sheet">Name of the tab, in any case; null: the first visible one.</param>
/// <param name="Row">The sheet's own row number, from 1; null: it is looked for.</param>
public sealed record HeaderPlace(string? Sheet, int? Row);
