namespace Marshrut.Core.Platform.Tables;

/// <summary>A column of the user's file.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Header">The user's own header text, spaces collapsed; «Столбец C» where there is none.</param>
public abstract record RecognisedColumn(int Index, string Header)
{
    /// <summary>Its cells may not stand anywhere unsealed.</summary>
    public abstract bool IsSensitive { get; }
}

/// <summary>A column of the user's file and what it means.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Header">See <see cref="RecognisedColumn"/>.</param>
/// <param name="MappingKey">What <see cref="ColumnMapping"/> calls this column; differs between columns with one header.</param>
/// <param name="Field">What it is loaded as; null when it is left out.</param>
/// <param name="DuplicateOf">Set when it is left out because a surer column already gives this field.</param>
/// <param name="HasHeader">False when the header cell is empty.</param>
public sealed record RecognisedColumn<TColumn>(int Index, string Header, string MappingKey, TColumn? Field, TColumn? DuplicateOf, bool HasHeader)
    : RecognisedColumn(Index, Header)
    where TColumn : TableColumn
{
    public override bool IsSensitive => (Field ?? DuplicateOf)?.IsSensitive ?? false;
}

/// <summary>The header row of a file and what its columns mean.</summary>
/// <param name="RowNumber">The sheet's own row number.</param>
/// <param name="Columns">Every column of the header row, in the file's order.</param>
public sealed record RecognisedHeader<TColumn>(int RowNumber, IReadOnlyList<RecognisedColumn<TColumn>> Columns)
    where TColumn : TableColumn
{
    // Asked for every cell of every row; the fields are the catalogue's own instances.
    private readonly Dictionary<TColumn, RecognisedColumn<TColumn>> _byField =
        Columns.Where(column => column.Field is not null).ToDictionary(column => column.Field!);

    /// <summary>The column that gives a field, null when the file has none.</summary>
    public RecognisedColumn<TColumn>? Of(TColumn field) => _byField.GetValueOrDefault(field);

    /// <summary>How many different fields the row gives.</summary>
    public int Fields => Columns.Count(column => column.Field is not null);
}
