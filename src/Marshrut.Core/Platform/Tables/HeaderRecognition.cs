using System.Globalization;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Platform.Tables;

/// <summary>Finds the header row of a sheet and what each of its columns means.</summary>
public static class HeaderRecognition
{
    /// <summary>The header stands within the first rows of a sheet (DOMAIN §5).</summary>
    public const int LastHeaderRow = 20;

    /// <summary>One known word may stand in any title; two in a row are a header.</summary>
    private const int FewestFields = 2;

    /// <summary>
    /// The row among the first twenty with the most known columns, the upper one of two equal. Null when no row has two.
    /// </summary>
    public static RawRow? FindRow<TColumn>(IEnumerable<RawRow> rows, TableColumns<TColumn> columns, ColumnMapping mapping)
        where TColumn : TableColumn
    {
        RawRow? best = null;
        var most = FewestFields - 1;
        foreach (var row in rows)
        {
            if (row.Number > LastHeaderRow)
            {
                break;
            }

            var fields = Read(row, columns, mapping).Fields;
            if (fields > most)
            {
                (best, most) = (row, fields);
            }
        }

        return best;
    }

    /// <summary>
    /// Reads a row as a header. The user's <paramref name="mapping"/> goes first; of several columns with one meaning the surest is
    /// read, then the leftmost.
    /// </summary>
    public static RecognisedHeader<TColumn> Read<TColumn>(RawRow row, TableColumns<TColumn> columns, ColumnMapping mapping)
        where TColumn : TableColumn
    {
        var candidates = Candidates(row, columns, mapping);
        var chosen = candidates
            .Where(candidate => candidate.Field is not null)
            .GroupBy(candidate => candidate.Field!)
            .ToDictionary(group => group.Key, group => group.MinBy(candidate => (candidate.Rank, candidate.Index))!.Index);
        return new RecognisedHeader<TColumn>(row.Number,
        [
            .. candidates.Select(candidate =>
            {
                var isChosen = candidate.Field is not null && chosen[candidate.Field] == candidate.Index;
                return new RecognisedColumn<TColumn>(
                    candidate.Index,
                    candidate.Header,
                    candidate.MappingKey,
                    isChosen ? candidate.Field : null,
                    isChosen ? null : candidate.Field,
                    candidate.HasHeader);
            }),
        ]);
    }

    private static List<Candidate<TColumn>> Candidates<TColumn>(RawRow row, TableColumns<TColumn> columns, ColumnMapping mapping)
        where TColumn : TableColumn
    {
        var candidates = new List<Candidate<TColumn>>(row.Cells.Length);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var text = Spaces.Collapse(row.Cells[i].Shown());
            var key = HeaderKey.Of(text);
            if (key.Length == 0)
            {
                key = text.Length == 0 ? "#" + ColumnLetters.Of(i) : text;
            }

            var times = seen[key] = seen.GetValueOrDefault(key) + 1;
            var mappingKey = times == 1 ? key : key + "#" + times.ToString(CultureInfo.InvariantCulture);
            var header = text.Length == 0 ? TableMessages.ColumnWithoutHeader(ColumnLetters.Of(i)) : text;
            var (field, rank) = Meaning(text, mappingKey, columns, mapping);
            candidates.Add(new Candidate<TColumn>(i, header, mappingKey, field, rank, text.Length > 0));
        }

        return candidates;
    }

    private static (TColumn? Field, int Rank) Meaning<TColumn>(
        string text, string mappingKey, TableColumns<TColumn> columns, ColumnMapping mapping)
        where TColumn : TableColumn
    {
        if (mapping.Fields.TryGetValue(mappingKey, out var decided))
        {
            if (decided == ColumnMapping.DoNotLoad)
            {
                return (null, 0);
            }

            if (columns.Find(decided) is { } field)
            {
                return (field, -1);
            }
        }

        return text.Length > 0 && columns.Match(text) is var (known, rank) ? (known, rank) : (null, 0);
    }

    private sealed record Candidate<TColumn>(int Index, string Header, string MappingKey, TColumn? Field, int Rank, bool HasHeader);
}
