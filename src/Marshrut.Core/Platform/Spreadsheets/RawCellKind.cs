namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>What a cell of a file holds. Numbers are written by <see cref="RawRowCodec"/>: never renumber.</summary>
public enum RawCellKind : byte
{
    Empty = 0,
    Text = 1,
    Number = 2,

    /// <summary>A number that the workbook shows as a date.</summary>
    Date = 3,
    Bool = 4,

    /// <summary>#Н/Д, #ССЫЛКА! and a formula whose value was never computed.</summary>
    Error = 5,
}
