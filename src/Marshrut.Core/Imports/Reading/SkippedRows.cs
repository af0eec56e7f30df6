using System.Globalization;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Imports.Reading;

/// <summary>Rows under a header that are no data: totals (R4), the header printed again, the line of column numbers.</summary>
internal sealed class SkippedRows
{
    private const int FewestColumnNumbers = 3;
    private const int FewestRepeats = 2;
    private static readonly string[] TotalWords = ["итого", "всего", "итог", "общий итог", "общее количество"];

    private readonly IReadOnlyList<(int Index, string Key)> _headers;
    private readonly int[] _names;
    private readonly int _birthDate;

    /// <param name="columns">The columns that are loaded.</param>
    /// <param name="names">Indexes of the columns that name a person.</param>
    /// <param name="birthDate">Index of the birth date, −1 where there is none.</param>
    public SkippedRows(IEnumerable<(int Index, string Header)> columns, IEnumerable<int> names, int birthDate)
    {
        _headers = [.. columns.Select(column => (column.Index, HeaderKey.Of(column.Header)))];
        _names = [.. names];
        _birthDate = birthDate;
    }

    /// <summary>
    /// A row without a birth date that begins with «Итого» or «Всего», or has such a word somewhere and names nobody. A person's row
    /// with the word in a remark stays a person's row.
    /// </summary>
    public bool IsTotal(RawRow row)
    {
        if (!Array.Exists(row.Cells, IsTotalWord) || (_birthDate >= 0 && IsDay(row[_birthDate])))
        {
            return false;
        }

        return IsTotalWord(Array.Find(row.Cells, cell => !cell.IsBlank)) || !Array.Exists(_names, name => NamesSomebody(row[name]));
    }

    /// <summary>Every loaded cell that is not empty says what its header says.</summary>
    public bool IsHeaderAgain(RawRow row)
    {
        var repeats = 0;
        foreach (var (index, key) in _headers)
        {
            var cell = row[index];
            if (cell.IsBlank)
            {
                continue;
            }

            if (cell.Kind != RawCellKind.Text || HeaderKey.Of(cell.Text) != key)
            {
                return false;
            }

            repeats++;
        }

        return repeats >= FewestRepeats;
    }

    /// <summary>1, 2, 3… under the header, as official forms have it.</summary>
    public static bool IsColumnNumbers(RawRow row)
    {
        var next = 1;
        foreach (var cell in row.Cells)
        {
            if (cell.IsBlank)
            {
                continue;
            }

            if (cell.Kind is not (RawCellKind.Number or RawCellKind.Text) || cell.Shown().Trim() != next.ToString(CultureInfo.InvariantCulture))
            {
                return false;
            }

            next++;
        }

        return next > FewestColumnNumbers;
    }

    private static bool NamesSomebody(RawCell cell) => cell.Kind == RawCellKind.Text && cell.Text!.Any(char.IsLetter) && !IsTotalWord(cell);

    /// <summary>A number of one to five digits under «Дата рождения» may be a count of people.</summary>
    private static bool IsDay(RawCell cell) =>
        cell.Kind == RawCellKind.Date || (cell.Kind == RawCellKind.Text && RussianDates.TryParse(cell.Text!, out _));

    private static bool IsTotalWord(RawCell cell)
    {
        if (cell.Kind != RawCellKind.Text)
        {
            return false;
        }

        var text = cell.Text.AsSpan().TrimStart();
        foreach (var word in TotalWords)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
