using System.Collections;
using System.Text.RegularExpressions;

namespace Marshrut.Core.Platform.Tables;

/// <summary>All columns that files of one kind may have, found by header or by key.</summary>
public sealed partial class TableColumns<TColumn> : IReadOnlyList<TColumn>
    where TColumn : TableColumn
{
    private readonly TColumn[] _columns;
    private readonly Dictionary<string, TColumn> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (TColumn Column, int Rank)> _byHeader = new(StringComparer.Ordinal);

    /// <summary>Throws <see cref="ArgumentException"/> when two columns share a key or a header.</summary>
    public TableColumns(params IReadOnlyList<TColumn> columns)
    {
        _columns = [.. columns];
        foreach (var column in _columns)
        {
            _byKey.Add(column.Key, column);
            Name(column.Header, column, 0);
            for (var i = 0; i < column.Synonyms.Count; i++)
            {
                Name(column.Synonyms[i], column, i + 1);
            }
        }
    }

    public int Count => _columns.Length;

    public TColumn this[int index] => _columns[index];

    /// <summary>The column of a key, null for a key of another version of the program.</summary>
    public TColumn? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>
    /// The column that a header means and how surely (0 = canonical, then the order of the synonyms). Remarks in brackets and words
    /// such as «студента» at the end may be there or not. Null for an unknown header.
    /// </summary>
    public (TColumn Column, int Rank)? Match(string header)
    {
        if (_byHeader.TryGetValue(HeaderKey.Of(header), out var found)
            || _byHeader.TryGetValue(HeaderKey.Of(Brackets().Replace(header, " ")), out found)
            || _byHeader.TryGetValue(HeaderKey.Of(Whose().Replace(Brackets().Replace(header, " "), " ")), out found))
        {
            return found;
        }

        return null;
    }

    public IEnumerator<TColumn> GetEnumerator() => _columns.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Two spellings of one column may come to the same («ДР», «Д.р.»); of two columns they may not.</summary>
    private void Name(string header, TColumn column, int rank)
    {
        if (!_byHeader.TryAdd(HeaderKey.Of(header), (column, rank)) && _byHeader[HeaderKey.Of(header)].Column != column)
        {
            throw new ArgumentException($"Two columns are called «{header}».", nameof(column));
        }
    }

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s(?:студента|обучающегося|учащегося|выпускника|человека)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Whose();
}
