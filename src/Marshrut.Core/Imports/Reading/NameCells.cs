using Marshrut.Core.Platform.Tables;
using static Marshrut.Core.Imports.Reading.RegisterFields;

namespace Marshrut.Core.Imports.Reading;

/// <summary>The three names of a row, from their own columns or from one (R3, R5, R12).</summary>
internal sealed class NameCells(RecognisedHeader<RegisterField> header)
{
    private const int MaxLength = 100;
    private static readonly HashSet<string> NoPatronymic = ["", "нет", "отсутствует", "неимеет", "безотчества"];
    private readonly RecognisedColumn<RegisterField>? _last = header.Of(LastName);
    private readonly RecognisedColumn<RegisterField>? _first = header.Of(FirstName);
    private readonly RecognisedColumn<RegisterField>? _middle = header.Of(MiddleName);
    private readonly RecognisedColumn<RegisterField>? _full = header.Of(FullName);

    /// <summary>Reads the names; null stands for one that is missing, and the row is then rejected.</summary>
    public (string? Last, string? First, FieldValue<string> Middle) Read(RowDraft draft)
    {
        var (last, first, middle) = (ReadOwn(draft, _last), ReadOwn(draft, _first), ReadMiddle(draft, _middle));
        if (_full is not null && (last.Text is null || first.Text is null))
        {
            var whole = ReadOwn(draft, _full);
            var words = (whole.Text ?? "").Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            last = last.Text is null ? whole with { Text = words.ElementAtOrDefault(0) } : last;
            first = first.Text is null ? whole with { Text = words.ElementAtOrDefault(1) } : first;
            if (middle.IsBlank && words.Length > 2)
            {
                middle = CheckMiddle(draft, _full, string.Join(' ', words[2..]));
            }
        }

        return (Check(draft, last, LastName), Check(draft, first, FirstName), middle);
    }

    private static NameCell ReadOwn(RowDraft draft, RecognisedColumn<RegisterField>? column)
    {
        var cell = draft.Open(column, required: true);
        return new NameCell(column, cell.IsGiven ? JoinHyphens(draft, column!, draft.Mend(column!, cell)) : null, cell.IsBroken);
    }

    private static FieldValue<string> ReadMiddle(RowDraft draft, RecognisedColumn<RegisterField>? column)
    {
        var cell = draft.Open(column);
        return cell.State switch
        {
            FieldState.Given => CheckMiddle(draft, column!, JoinHyphens(draft, column!, draft.Mend(column!, cell))),
            FieldState.Erased => FieldValue<string>.Erased,
            _ => FieldValue<string>.Blank,
        };
    }

    /// <summary>A patronymic may be missing, so a bad one is only left out.</summary>
    private static FieldValue<string> CheckMiddle(RowDraft draft, RecognisedColumn<RegisterField> column, string text)
    {
        if (NoPatronymic.Contains(HeaderKey.Of(text)))
        {
            return FieldValue<string>.Blank;
        }

        var (code, message) = Fault(text);
        if (code is null)
        {
            return FieldValue<string>.Of(text);
        }

        draft.Fail(column, code, message);
        return FieldValue<string>.Blank;
    }

    /// <summary>Lists what is wrong with a required name; null then.</summary>
    private string? Check(RowDraft draft, NameCell name, RegisterField field)
    {
        if (name.IsBroken)
        {
            return null;
        }

        if (string.IsNullOrEmpty(name.Text))
        {
            draft.Fail(name.Column ?? _full ?? header.Columns[0], ImportErrorCodes.Required, ImportMessages.Required(field.Header), rejects: true);
            return null;
        }

        var (code, message) = Fault(name.Text);

        // «О» and «И» are surnames; with a dot they are not.
        if (code is null || (code == ImportErrorCodes.Initials && field == LastName && !name.Text.Contains('.')))
        {
            return name.Text;
        }

        draft.Fail(name.Column!, code, message, rejects: true);
        return null;
    }

    private static (string? Code, string Message) Fault(string name)
    {
        if (!name.Any(char.IsLetter))
        {
            return (ImportErrorCodes.BadName, ImportMessages.BadName);
        }

        if (name.Length > MaxLength)
        {
            return (ImportErrorCodes.TooLong, ImportMessages.TooLong(MaxLength));
        }

        return IsInitials(name) ? (ImportErrorCodes.Initials, ImportMessages.Initials) : (null, "");
    }

    /// <summary>«И.», «И.И.», «И. И.», «И»: every run of letters is a single one.</summary>
    private static bool IsInitials(string name)
    {
        var run = 0;
        foreach (var letter in name)
        {
            run = char.IsLetter(letter) ? run + 1 : 0;
            if (run > 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>«Петрова - Водкина» is one surname, in one cell with the name too.</summary>
    private static string JoinHyphens(RowDraft draft, RecognisedColumn<RegisterField> column, string text)
    {
        if (!text.Contains(" -", StringComparison.Ordinal) && !text.Contains("- ", StringComparison.Ordinal))
        {
            return text;
        }

        var parts = text.Split('-');
        var joined = parts[0];
        for (var i = 1; i < parts.Length; i++)
        {
            var between = joined.AsSpan().TrimEnd().Length > 0 && parts[i].AsSpan().TrimStart().Length > 0;
            joined = between ? $"{joined.TrimEnd()}-{parts[i].TrimStart()}" : $"{joined}-{parts[i]}";
        }

        if (joined != text)
        {
            draft.Repair(column, joined, ImportRepairCodes.Spaces);
        }

        return joined;
    }

    private readonly record struct NameCell(RecognisedColumn<RegisterField>? Column, string? Text, bool IsBroken);
}
