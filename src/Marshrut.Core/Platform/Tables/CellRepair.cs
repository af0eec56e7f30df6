namespace Marshrut.Core.Platform.Tables;

/// <summary>A cell that was mended and taken (R5).</summary>
/// <param name="Row">The sheet's own row number.</param>
/// <param name="ColumnIndex">From 0.</param>
/// <param name="Column">The user's own header text.</param>
/// <param name="Value">What stands in the cell, as shown.</param>
/// <param name="NewValue">What was taken instead.</param>
/// <param name="Code">Stable kebab-case.</param>
/// <param name="IsSensitive">As <see cref="CellError.IsSensitive"/>.</param>
public sealed record CellRepair(int Row, int ColumnIndex, string Column, string Value, string NewValue, string Code, bool IsSensitive = false);
