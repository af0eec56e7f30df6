using System.Globalization;

namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>A cell as the file has it, before anybody asked what it means.</summary>
/// <param name="Kind">Which of the other two is filled.</param>
/// <param name="Text">Text or Error: the text. Number: the shown text where the format pads it with zeros, else null.</param>
/// <param name="Number">
/// Number: the value. Date: days since 30.12.1899 (OLE automation date), whichever date system the workbook uses. Bool: 0 or 1.
/// </param>
public readonly record struct RawCell(RawCellKind Kind, string? Text, double Number)
{
    private static readonly DateTime DateEpoch = new(1899, 12, 30);

    /// <summary>The error text of a formula that no program has computed yet.</summary>
    public const string NotComputed = "#формула";

    public static RawCell OfText(string? text) => string.IsNullOrEmpty(text) ? default : new RawCell(RawCellKind.Text, text, 0);

    public static RawCell OfNumber(double number) => new(RawCellKind.Number, null, number);

    /// <summary>A date by its OLE automation number; a number outside the calendar stays a number.</summary>
    public static RawCell OfDate(double days) =>
        days is > -657_435 and < 2_958_466 ? new RawCell(RawCellKind.Date, null, days) : OfNumber(days);

    public static RawCell OfBool(bool value) => new(RawCellKind.Bool, null, value ? 1 : 0);

    public static RawCell OfError(string text) => new(RawCellKind.Error, text, 0);

    public bool IsEmpty => Kind == RawCellKind.Empty;

    /// <summary>True for an empty cell and for text of nothing but white space.</summary>
    public bool IsBlank => Kind == RawCellKind.Empty || (Kind == RawCellKind.Text && Platform.Text.Spaces.IsBlank(Text));

    /// <summary>The moment of a Date cell, to the second. Another kind throws <see cref="InvalidOperationException"/>.</summary>
    public DateTime Moment => Kind == RawCellKind.Date
        ? DateEpoch.AddSeconds(Math.Round(Number * 86_400))
        : throw new InvalidOperationException($"A cell of kind {Kind} is not a date.");

    /// <summary>
    /// The cell as a person would read it: dd.MM.yyyy (with HH:mm if there is a time), a number with a comma and without exponent,
    /// ИСТИНА and ЛОЖЬ. Empty for an empty cell.
    /// </summary>
    public string Shown() => Kind switch
    {
        RawCellKind.Empty => "",
        RawCellKind.Number => Text ?? Plain(Number),
        RawCellKind.Date => ShownDate(Moment),
        RawCellKind.Bool => Number != 0 ? "ИСТИНА" : "ЛОЖЬ",
        _ => Text ?? "",
    };

    private static string ShownDate(DateTime moment) =>
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "dd.MM.yyyy" : "dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Plain(double number) =>
        number == Math.Floor(number) && Math.Abs(number) < 1e15
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("0.###############", CultureInfo.InvariantCulture).Replace('.', ',');
}
