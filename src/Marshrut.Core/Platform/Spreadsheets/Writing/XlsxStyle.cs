namespace Marshrut.Core.Platform.Spreadsheets.Writing;

/// <summary>The looks a written cell may have; the number is the index in the workbook's own list of styles.</summary>
public enum XlsxStyle : byte
{
    /// <summary>Numbers.</summary>
    General = 0,

    /// <summary>Text that stays text when the user edits it: Excel makes no date of 09.02.07 in it.</summary>
    Text = 1,

    /// <summary>Bold text.</summary>
    Header = 2,

    /// <summary>Text on red: the cell could not be read.</summary>
    Bad = 3,

    /// <summary>Text on green: the cell was mended.</summary>
    Mended = 4,

    /// <summary>Text in several lines.</summary>
    Wrapped = 5,
}
