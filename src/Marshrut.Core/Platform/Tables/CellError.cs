namespace Marshrut.Core.Platform.Tables;

/// <summary>A cell that could not be read, as the user is told of it (R14).</summary>
/// <param name="Row">The sheet's own row number.</param>
/// <param name="ColumnIndex">From 0; −1 when the whole row is meant.</param>
/// <param name="Column">The user's own header text.</param>
/// <param name="Value">What stands in the cell, as shown; empty for an empty cell. Personal data: seal it wherever it is kept.</param>
/// <param name="Code">Stable kebab-case.</param>
/// <param name="Message">A Russian sentence: what is wrong, then what to write. Never quotes the cell.</param>
/// <param name="Rejects">The row does not come in because of it (R3); otherwise only the cell is left empty.</param>
/// <param name="IsSensitive">Neither value nor column may stand anywhere unsealed (R27).</param>
public sealed record CellError(
    int Row, int ColumnIndex, string Column, string Value, string Code, string Message, bool Rejects = false, bool IsSensitive = false);
