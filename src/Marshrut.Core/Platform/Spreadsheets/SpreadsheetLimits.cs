namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>
/// How much of a file is read before it is refused. The defaults let through a register of a million rows and stop a zip bomb after
/// a few megabytes.
/// </summary>
public sealed record SpreadsheetLimits
{
    /// <summary>Columns that the xlsx format knows.</summary>
    public const int ColumnsOfExcel = 16_384;

    public static SpreadsheetLimits Default { get; } = new();

    /// <summary>Bytes of the file itself.</summary>
    public long FileBytes { get; init; } = 256L << 20;

    /// <summary>Rows with something in them.</summary>
    public int Rows { get; init; } = 1_000_000;

    /// <summary>The last column with something in it, counted from 1.</summary>
    public int Columns { get; init; } = 512;

    /// <summary>Characters of one cell; Excel itself holds 32 767.</summary>
    public int CellCharacters { get; init; } = 32_767;

    /// <summary>Entries of the archive.</summary>
    public int ArchiveEntries { get; init; } = 10_000;

    /// <summary>Bytes that all parts together may inflate to.</summary>
    public long InflatedBytes { get; init; } = 2L << 30;

    /// <summary>Inflated to packed, beyond <see cref="RatioFreeBytes"/>. Tables pack 10 to 30 times, a bomb about 1 000.</summary>
    public int InflationRatio { get; init; } = 200;

    /// <summary>Inflated bytes of one part that are read whatever the ratio.</summary>
    public long RatioFreeBytes { get; init; } = 8L << 20;

    /// <summary>Bytes of UTF-8 of all shared strings of a workbook.</summary>
    public long SharedStringBytes { get; init; } = 512L << 20;
}
