using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using static Marshrut.Core.Imports.Reading.ImportErrorCodes;

namespace Marshrut.Core.Imports.ProgrammeFiles;

/// <param name="Code"><c>NN.NN.NN</c>.</param>
/// <param name="Name">Mended, not empty.</param>
/// <param name="ValidTo">The last day of the code. An empty cell leaves what is known, «неизвестно» erases it (R8).</param>
/// <param name="Successor">The code that replaced it; likewise.</param>
public sealed record ProgrammeFileRow(string Code, string Name, FieldValue<DateOnly> ValidTo, FieldValue<string> Successor);

/// <summary>A row of a list of programmes as it was understood.</summary>
/// <param name="Row">The values; null when the row is rejected.</param>
/// <param name="Errors">Cells that could not be read.</param>
/// <param name="Repairs">Cells that were mended and taken.</param>
public sealed record ParsedProgrammeRow(ProgrammeFileRow? Row, IReadOnlyList<CellError> Errors, IReadOnlyList<CellRepair> Repairs);

/// <summary>Turns raw rows of one list of programmes into parsed rows, in the file's order.</summary>
public sealed class ProgrammeParser
{
    private const int MaxName = 500;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly RawSheet _sheet;
    private readonly TableRows _rows;

    /// <summary>Throws <see cref="SpreadsheetProblem"/> («missing-column») when a required column is missing.</summary>
    public ProgrammeParser(RawSheet sheet)
    {
        _sheet = sheet;
        _rows = new TableRows(sheet, ProgrammeColumns.All, ColumnMapping.Empty, ProgrammeColumns.MissingIn, ProgrammeColumns.Name);
    }

    /// <summary>The codes met so far, those of rejected rows included: what is rejected is not missing (R4).</summary>
    public IReadOnlyCollection<string> Codes => _seen.Keys;

    /// <summary>Data rows parsed so far, the rejected ones included.</summary>
    public int Read => _rows.Read;

    /// <summary>Rows with at least one mended cell.</summary>
    public int Repaired => _rows.Repaired;

    /// <summary>What is to be said of the file as a whole, after the last row.</summary>
    public IReadOnlyList<ReadingNotice> Notices() => _rows.Notices();

    /// <summary>Parses row after row; empty rows and totals are left out (R4).</summary>
    public IEnumerable<ParsedProgrammeRow> Parse(IEnumerable<RawRow> rows)
    {
        foreach (var draft in rows.Select(_rows.Take).OfType<RowDraft>())
        {
            var values = ReadRow(draft);
            _rows.Count(draft);
            yield return new ParsedProgrammeRow(draft.Rejected ? null : values, draft.Errors, draft.Repairs);
        }
    }

    private ProgrammeFileRow? ReadRow(RowDraft draft)
    {
        var code = RowReading.ProgrammeCode(draft, _rows.Column(ProgrammeColumns.Code), _sheet.From1904, ProgrammeColumns.Code.Header);
        var name = Name(draft);
        var validTo = RowReading.Date(draft, _rows.Header.Of(ProgrammeColumns.ValidTo), _sheet.From1904);
        var successor = Successor(draft, code);
        if (code is not null && !_seen.TryAdd(code, draft.Row.Number))
        {
            draft.Fail(_rows.Column(ProgrammeColumns.Code), DuplicateInFile, ImportMessages.RepeatedProgramme(_seen[code]), rejects: true);
        }

        return code is null || name is null ? null : new ProgrammeFileRow(code, name, validTo, successor);
    }

    private string? Name(RowDraft draft)
    {
        var column = _rows.Column(ProgrammeColumns.Name);
        if (!RowReading.TryNeeded(draft, column, ProgrammeColumns.Name.Header, out var cell))
        {
            return null;
        }

        var name = draft.Mend(column, cell);
        if (name.Length <= MaxName && name.Any(char.IsLetter))
        {
            return name;
        }

        draft.Fail(column, name.Length > MaxName ? TooLong : BadName, name.Length > MaxName ? ImportMessages.TooLong(MaxName) : ImportMessages.BadProgrammeName, rejects: true);
        return null;
    }

    private FieldValue<string> Successor(RowDraft draft, string? code)
    {
        var column = _rows.Header.Of(ProgrammeColumns.Successor);
        var cell = draft.Open(column);
        if (!cell.IsGiven)
        {
            return RowReading.Empty<string>(cell);
        }

        var successor = RowReading.CodeIn(draft, column!, cell, _sheet.From1904, rejects: false);
        if (successor is not null && successor == code)
        {
            draft.Fail(column!, OwnSuccessor, ImportMessages.OwnSuccessor);
            successor = null;
        }

        return successor is null ? FieldValue<string>.Blank : FieldValue<string>.Of(successor);
    }
}
