using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Imports.Reading;

/// <summary>One row while it is being read: opens cells, keeps what went wrong and what was mended.</summary>
internal sealed class RowDraft(RawRow row)
{
    private List<CellError>? _errors;
    private List<CellRepair>? _repairs;

    public RawRow Row { get; } = row;

    public bool Rejected { get; private set; }

    public IReadOnlyList<CellError> Errors => _errors ?? (IReadOnlyList<CellError>)[];

    public IReadOnlyList<CellRepair> Repairs => _repairs ?? (IReadOnlyList<CellRepair>)[];

    /// <summary>
    /// Opens a cell. Blank when the column is missing or the cell is empty; Erased for «неизвестно»; a formula without a value is
    /// listed and reads as blank. Otherwise Given with the text: composed, collapsed, without the apostrophe of R15.
    /// </summary>
    public OpenCell Open(RecognisedColumn? column, bool required = false)
    {
        var raw = column is null ? default : Row[column.Index];
        if (raw.Kind == RawCellKind.Error)
        {
            Fail(column!, ImportErrorCodes.FormulaError, ImportMessages.FormulaError, required);
            return new OpenCell(FieldState.Blank, raw, "") { IsBroken = true };
        }

        if (column is null || raw.IsBlank)
        {
            return default;
        }

        var text = Spaces.Collapse(NameText.Compose(CsvSafe.Unprotect(raw.Shown())));
        return RegisterWords.Erases(text) ? new OpenCell(FieldState.Erased, raw, "") : new OpenCell(FieldState.Given, raw, text);
    }

    /// <summary>The clean text of a cell that is read elsewhere: nothing is listed of it here. Empty where there is none.</summary>
    public string Peek(RecognisedColumn column) => Spaces.Collapse(NameText.Compose(CsvSafe.Unprotect(Row[column.Index].Shown())));

    /// <summary>The text of a given cell with look-alike letters mended; lists the repair.</summary>
    public string Mend(RecognisedColumn column, OpenCell cell)
    {
        if (cell.Raw.Kind != RawCellKind.Text)
        {
            return cell.Text;
        }

        var mended = LookAlikes.Mend(cell.Text);
        if (!ReferenceEquals(mended, cell.Text))
        {
            Repair(column, mended, ImportRepairCodes.LatinLetters);
        }
        else if (Spaces.AreMended(cell.Raw.Text!))
        {
            Repair(column, mended, ImportRepairCodes.Spaces);
        }

        return mended;
    }

    /// <summary>As <see cref="Mend"/>, but spaces around and inside do not count: words of a list are known with any.</summary>
    public string MendLetters(RecognisedColumn column, OpenCell cell)
    {
        var mended = LookAlikes.Mend(cell.Text);
        if (!ReferenceEquals(mended, cell.Text))
        {
            Repair(column, mended, ImportRepairCodes.LatinLetters);
        }

        return mended;
    }

    /// <summary>Lists a cell that could not be read; with <paramref name="rejects"/> the row does not come in.</summary>
    public void Fail(RecognisedColumn column, string code, string message, bool rejects = false)
    {
        Rejected |= rejects;
        (_errors ??= []).Add(new CellError(
            Row.Number, column.Index, column.Header, Row[column.Index].Shown(), code, message, rejects, column.IsSensitive));
    }

    /// <summary>Lists a cell that was mended.</summary>
    public void Repair(RecognisedColumn column, string newValue, string code) => (_repairs ??= []).Add(new CellRepair(
        Row.Number, column.Index, column.Header, Row[column.Index].Shown(), newValue, code, column.IsSensitive));
}

/// <summary>A cell that has been looked into.</summary>
/// <param name="State">Blank, erased or given.</param>
/// <param name="Raw">The cell itself.</param>
/// <param name="Text">Its clean text when given, else empty.</param>
internal readonly record struct OpenCell(FieldState State, RawCell Raw, string Text)
{
    /// <summary>A formula without a value: already listed.</summary>
    public bool IsBroken { get; init; }

    public bool IsGiven => State == FieldState.Given;
}
