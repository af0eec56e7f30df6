using System.Globalization;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;
using static Marshrut.Core.Imports.Reading.ImportErrorCodes;

namespace Marshrut.Core.Imports.Reading;

/// <summary>The kinds of cells that need no more than themselves to be understood.</summary>
internal static class RowReading
{
    private const int DaysTo1904 = 1462;
    private const int MaxText = 200;

    /// <summary>Plain serial numbers that are taken for days: 1910–2050.</summary>
    private const int FirstSerial = 3654;
    private const int LastSerial = 55_153;

    /// <summary>Free text, mended.</summary>
    public static FieldValue<string> Text(RowDraft draft, RecognisedColumn? column, int maxLength = MaxText)
    {
        var cell = draft.Open(column);
        return cell.IsGiven ? Fitting(draft, column!, draft.Mend(column!, cell), maxLength) : Empty<string>(cell);
    }

    /// <summary>A number or a word of the organisation's own: its letters are never changed.</summary>
    public static FieldValue<string> Identifier(RowDraft draft, RecognisedColumn? column)
    {
        var cell = draft.Open(column);
        if (!cell.IsGiven)
        {
            return FieldValue<string>.Blank;
        }

        if (cell.Raw.Kind == RawCellKind.Text && Spaces.AreMended(cell.Raw.Text!))
        {
            draft.Repair(column!, cell.Text, ImportRepairCodes.Spaces);
        }

        return Fitting(draft, column!, cell.Text, MaxText);
    }

    /// <summary>One word of a list.</summary>
    public static FieldValue<T> Word<T>(
        RowDraft draft, RecognisedColumn? column, Func<string, T?> find, string code, string message)
        where T : struct
    {
        var cell = draft.Open(column);
        if (!cell.IsGiven)
        {
            return Empty<T>(cell);
        }

        if (find(cell.Text) is { } plain)
        {
            // A list knows words with look-alike letters too; they are mended all the same, and told of.
            if (cell.Raw.Kind == RawCellKind.Text)
            {
                draft.MendLetters(column!, cell);
            }

            return FieldValue<T>.Of(plain);
        }

        draft.Fail(column!, code, message);
        return FieldValue<T>.Blank;
    }

    /// <summary>A day; for the birth date a missing or unreadable one rejects the row.</summary>
    public static FieldValue<DateOnly> Date(RowDraft draft, RecognisedColumn? column, bool from1904, bool required = false)
    {
        var cell = draft.Open(column, required);
        if (!cell.IsGiven)
        {
            return Empty<DateOnly>(cell);
        }

        if (TryDate(draft, column!, cell, from1904, out var date))
        {
            return FieldValue<DateOnly>.Of(date);
        }

        draft.Fail(column!, BadDate, ImportMessages.BadDate, required);
        return FieldValue<DateOnly>.Blank;
    }

    public static FieldValue<string> Snils(RowDraft draft, RecognisedColumn? column)
    {
        var cell = draft.Open(column);
        if (!cell.IsGiven)
        {
            return Empty<string>(cell);
        }

        if (cell.Raw is { Kind: RawCellKind.Number, Text: null }
            ? Platform.Text.Snils.TryParse(cell.Raw.Number, out var digits)
            : Platform.Text.Snils.TryParse(cell.Text, out digits))
        {
            return FieldValue<string>.Of(digits);
        }

        draft.Fail(column!, BadSnils, ImportMessages.BadSnils);
        return FieldValue<string>.Blank;
    }

    /// <summary>1–6, also in words (R5).</summary>
    public static FieldValue<int> Course(RowDraft draft, RecognisedColumn? column)
    {
        var cell = draft.Open(column);
        if (!cell.IsGiven)
        {
            return Empty<int>(cell);
        }

        var course = cell.Raw.Kind is RawCellKind.Text or RawCellKind.Number ? RegisterWords.Course(WithoutZeroFraction(cell.Text)) : null;
        if (course is null)
        {
            draft.Fail(column!, BadCourse, ImportMessages.BadCourse);
            return FieldValue<int>.Blank;
        }

        if (WithoutZeroFraction(cell.Text).Length > 1)
        {
            draft.Repair(column!, course.Value.ToString(CultureInfo.InvariantCulture), ImportRepairCodes.CourseText);
        }

        return FieldValue<int>.Of(course.Value);
    }

    /// <summary>Opens a cell without which a row does not come in; false: it is empty or broken, and the row is rejected.</summary>
    public static bool TryNeeded(RowDraft draft, RecognisedColumn column, string header, out OpenCell cell)
    {
        cell = draft.Open(column, required: true);
        if (!cell.IsGiven && !cell.IsBroken)
        {
            draft.Fail(column, Required, ImportMessages.Required(header), rejects: true);
        }

        return cell.IsGiven;
    }

    /// <summary><c>NN.NN.NN</c>, mended where a spreadsheet spoilt it (R5). Null: there is none, and the row is rejected.</summary>
    public static string? ProgrammeCode(RowDraft draft, RecognisedColumn column, bool from1904, string header) =>
        TryNeeded(draft, column, header, out var cell) ? CodeIn(draft, column, cell, from1904, rejects: true) : null;

    /// <summary>The code that a given cell holds, mended; null: none, and the cell is listed.</summary>
    public static string? CodeIn(RowDraft draft, RecognisedColumn column, OpenCell cell, bool from1904, bool rejects)
    {
        var found = ProgrammeCodes.Find(cell.Raw, cell.Text, from1904);
        if (found.Code is null)
        {
            draft.Fail(column, BadCode, ImportMessages.BadCode, rejects);
        }
        else if (found.Repair is not null)
        {
            draft.Repair(column, found.Code, found.Repair);
        }

        return found.Code;
    }

    /// <summary>1990–2050, also out of a date (R5, R10). Null when missing or unreadable, and the row is then rejected.</summary>
    public static int? Year(RowDraft draft, RecognisedColumn column, bool from1904, string header)
    {
        var cell = draft.Open(column, required: true);
        if (cell.IsBroken)
        {
            return null;
        }

        if (!cell.IsGiven)
        {
            draft.Fail(column, Required, ImportMessages.Required(header), rejects: true);
            return null;
        }

        var (year, mended) = FindYear(cell, from1904);
        if (year is not (>= 1990 and <= 2050))
        {
            draft.Fail(column, BadYear, ImportMessages.BadYear, rejects: true);
            return null;
        }

        if (mended)
        {
            draft.Repair(column, year.Value.ToString(CultureInfo.InvariantCulture), ImportRepairCodes.YearFromDate);
        }

        return year;
    }

    /// <summary>«2027», «2027 г.», a date. A year typed into a cell with a date format shows as a day of 1905.</summary>
    internal static (int? Year, bool Mended) FindYear(OpenCell cell, bool from1904)
    {
        switch (cell.Raw.Kind)
        {
            case RawCellKind.Number:
                return (cell.Raw.Number == Math.Floor(cell.Raw.Number) && Math.Abs(cell.Raw.Number) < 10_000 ? (int)cell.Raw.Number : null, false);
            case RawCellKind.Date:
                var serial = cell.Raw.Number - (from1904 ? DaysTo1904 : 0);
                return (serial is >= 1990 and <= 2050 ? (int)serial : cell.Raw.Moment.Year, true);
            case RawCellKind.Text:
                var digits = WithoutZeroFraction(cell.Text).TrimEnd('.', 'а').TrimEnd();
                digits = (digits.EndsWith("год", StringComparison.OrdinalIgnoreCase) ? digits[..^3]
                    : digits.EndsWith("г", StringComparison.OrdinalIgnoreCase) ? digits[..^1] : digits).TrimEnd();
                return digits.Length == 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? (year, false)
                    : RussianDates.TryParse(cell.Text, out var date) ? (date.Year, true)
                    : (null, false);
            default:
                return (null, false);
        }
    }

    /// <summary>«2027.0» → «2027»: scripts that make a csv out of a workbook write whole numbers so.</summary>
    public static string WithoutZeroFraction(string text) =>
        text.Length > 2 && text[^1] == '0' && text[^2] is '.' or ',' && text.AsSpan(0, text.Length - 2).IndexOfAnyExceptInRange('0', '9') < 0
            ? text[..^2]
            : text;

    /// <summary>Blank or erased, as the cell says.</summary>
    public static FieldValue<T> Empty<T>(OpenCell cell) => cell.State == FieldState.Erased ? FieldValue<T>.Erased : FieldValue<T>.Blank;

    private static bool TryDate(RowDraft draft, RecognisedColumn column, OpenCell cell, bool from1904, out DateOnly date)
    {
        date = default;
        switch (cell.Raw.Kind)
        {
            case RawCellKind.Date:
                date = DateOnly.FromDateTime(cell.Raw.Moment);
                return true;
            case RawCellKind.Number:
                var serial = Math.Floor(cell.Raw.Number) + (from1904 ? DaysTo1904 : 0);
                if (serial is < FirstSerial or > LastSerial)
                {
                    return false;
                }

                date = DateOnly.FromDateTime(DateTime.FromOADate(serial));
                return true;
            case RawCellKind.Text:
                if (RussianDates.TryParse(cell.Text, out date))
                {
                    return true;
                }

                var sound = RussianDates.TryParse(LookAlikes.Mend(cell.Text), out date);
                if (sound)
                {
                    draft.MendLetters(column, cell);
                }

                return sound;
            default:
                return false;
        }
    }

    private static FieldValue<string> Fitting(RowDraft draft, RecognisedColumn column, string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return FieldValue<string>.Of(text);
        }

        draft.Fail(column, TooLong, ImportMessages.TooLong(maxLength));
        return FieldValue<string>.Blank;
    }
}
