using System.Globalization;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;
using static Marshrut.Core.Imports.Reading.ImportErrorCodes;

namespace Marshrut.Core.Imports.StatisticsFiles;

/// <summary>Turns raw rows of one statistics file into parsed rows, in the file's order (R16).</summary>
public sealed class StatisticsParser
{
    private const int MaxOrganization = 500;
    private const int MaxHorizon = 10;

    private static readonly Dictionary<string, OrganizationKind> Kinds = new(StringComparer.Ordinal)
    {
        ["школа"] = OrganizationKind.School,
        ["школы"] = OrganizationKind.School,
        ["поо"] = OrganizationKind.College,
        ["спо"] = OrganizationKind.College,
        ["колледж"] = OrganizationKind.College,
        ["техникум"] = OrganizationKind.College,
        ["оово"] = OrganizationKind.University,
        ["ооово"] = OrganizationKind.University,
        ["во"] = OrganizationKind.University,
        ["вуз"] = OrganizationKind.University,
        ["университет"] = OrganizationKind.University,
        ["институт"] = OrganizationKind.University,
        ["академия"] = OrganizationKind.University,
    };

    private readonly Dictionary<(int Year, int Horizon, string Code, string Organization), int> _seen = [];
    private readonly SortedSet<string> _unknownProgrammes = new(StringComparer.Ordinal);
    private readonly Func<string, bool>? _isProgrammeKnown;
    private readonly RawSheet _sheet;
    private readonly TableRows _rows;

    /// <summary>Throws <see cref="SpreadsheetProblem"/> («missing-column») when a required column is missing.</summary>
    public StatisticsParser(RawSheet sheet, Func<string, bool>? isProgrammeKnown = null)
    {
        _sheet = sheet;
        _isProgrammeKnown = isProgrammeKnown;
        _rows = new TableRows(sheet, StatisticsColumns.All, ColumnMapping.Empty, StatisticsColumns.MissingIn, StatisticsColumns.Organization);
    }

    public RecognisedHeader<TableColumn> Header => _rows.Header;

    /// <summary>Data rows parsed so far, the rejected ones included.</summary>
    public int Read => _rows.Read;

    /// <summary>Rows with at least one mended cell.</summary>
    public int Repaired => _rows.Repaired;

    /// <summary>Columns of the widest row so far, the header included.</summary>
    public int Width => _rows.Width;

    /// <summary>What is to be said of the file as a whole, after the last row.</summary>
    public IReadOnlyList<ReadingNotice> Notices()
    {
        var notices = _rows.Notices();
        return _unknownProgrammes.Count == 0 ? notices : [.. notices, ImportMessages.UnknownProgrammesNotice(_unknownProgrammes)];
    }

    /// <summary>Parses row after row, streaming; empty rows and totals are left out (R4).</summary>
    public IEnumerable<ParsedStatisticsRow> Parse(IEnumerable<RawRow> rows)
    {
        foreach (var row in rows)
        {
            if (Parse(row) is { } parsed)
            {
                yield return parsed;
            }
        }
    }

    /// <summary>Parses one row; null when it is no data. Rows must come in the order of the file.</summary>
    public ParsedStatisticsRow? Parse(RawRow row)
    {
        if (_rows.Take(row) is not { } draft)
        {
            return null;
        }

        var values = ReadRow(draft);
        _rows.Count(draft);
        return new ParsedStatisticsRow(row.Number, draft.Rejected ? null : values, draft.Errors, draft.Repairs);
    }

    private StatisticsFileRow? ReadRow(RowDraft draft)
    {
        var year = RowReading.Year(draft, _rows.Column(StatisticsColumns.CohortYear), _sheet.From1904, StatisticsColumns.CohortYear.Header);
        var horizon = Number(draft, StatisticsColumns.Horizon, MaxHorizon, BadHorizon, ImportMessages.BadHorizon);
        var code = RowReading.ProgrammeCode(draft, _rows.Column(StatisticsColumns.ProgrammeCode), _sheet.From1904, StatisticsColumns.ProgrammeCode.Header);
        var organization = Organization(draft);
        var kind = RowReading.Word<OrganizationKind>(
            draft, Header.Of(StatisticsColumns.Kind), text => Kinds.TryGetValue(HeaderKey.Of(text), out var known) ? known : null, BadKind, ImportMessages.BadKind);
        var graduates = Number(draft, StatisticsColumns.Graduates, int.MaxValue, BadNumber, ImportMessages.BadNumber);
        var employed = Number(draft, StatisticsColumns.Employed, int.MaxValue, BadNumber, ImportMessages.BadNumber);
        if (employed > graduates)
        {
            draft.Fail(_rows.Column(StatisticsColumns.Employed), MoreEmployed, ImportMessages.MoreEmployed, rejects: true);
        }

        if (year is null || horizon is null || code is null || organization is null)
        {
            return null;
        }

        if (!_seen.TryAdd((year.Value, horizon.Value, code, NameText.Normalize(organization)), draft.Row.Number))
        {
            var first = _seen[(year.Value, horizon.Value, code, NameText.Normalize(organization))];
            draft.Fail(_rows.Column(StatisticsColumns.Organization), DuplicateInFile, ImportMessages.RepeatedStatistics(first), rejects: true);
        }

        if (_isProgrammeKnown?.Invoke(code) == false)
        {
            _unknownProgrammes.Add(code);
        }

        return graduates is null || employed is null ? null
            : new StatisticsFileRow(year.Value, horizon.Value, code, organization, kind.IsGiven ? kind.Value : null, graduates.Value, employed.Value);
    }

    private string? Organization(RowDraft draft)
    {
        var column = _rows.Column(StatisticsColumns.Organization);
        if (!RowReading.TryNeeded(draft, column, StatisticsColumns.Organization.Header, out var cell))
        {
            return null;
        }

        var name = draft.Mend(column, cell);
        if (name.Length <= MaxOrganization)
        {
            return name;
        }

        draft.Fail(column, TooLong, ImportMessages.TooLong(MaxOrganization), rejects: true);
        return null;
    }

    /// <summary>A whole number from 0 on, with spaces between thousands or without.</summary>
    private int? Number(RowDraft draft, TableColumn field, int most, string code, string message)
    {
        var column = _rows.Column(field);
        if (!RowReading.TryNeeded(draft, column, field.Header, out var cell))
        {
            return null;
        }

        var text = RowReading.WithoutZeroFraction(cell.Text.Replace(" ", "", StringComparison.Ordinal));
        if (cell.Raw.Kind is RawCellKind.Number or RawCellKind.Text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
        {
            return number;
        }

        draft.Fail(column, code, message, rejects: true);
        return null;
    }
}
