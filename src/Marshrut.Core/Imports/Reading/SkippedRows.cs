using System.Globalization;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;

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
    /// A row that begins a cell with «Итого» or «Всего» and names nobody. A person's row with such a word in a remark stays a
    /// person's row.
    /// </summary>
    public bool IsTotal(RawRow row)
    {
        var namesSomebody = Array.Exists(_names, name => !row[name].IsBlank && !IsTotalWord(row[name]));
        if (namesSomebody || (_birthDate >= 0 && row[_birthDate] is { IsBlank: false } birth && birth.Kind != RawCellKind.Number))
        {
            return false;
        }

        return Array.Exists(row.Cells, IsTotalWord);
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
