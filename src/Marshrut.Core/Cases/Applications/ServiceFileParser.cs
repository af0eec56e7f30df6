using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Cases.Applications;

/// <param name="Number">Null: not told, and what is recorded stays (R8).</param>
/// <param name="State">Null: likewise; an application that is new has been filed.</param>
/// <param name="StateOn">Null: likewise.</param>
internal sealed record ServiceRecord(ServiceKind Kind, DateOnly FiledOn, string? Number, ServiceState? State, DateOnly? StateOn);

/// <param name="Number">The sheet's own row number.</param>
/// <param name="Snils">Eleven digits; null when the row is rejected.</param>
/// <param name="Records">What it says of the person.</param>
internal sealed record ParsedServiceRow(int Number, string? Snils, IReadOnlyList<ServiceRecord> Records, IReadOnlyList<CellError> Errors, IReadOnlyList<CellRepair> Repairs);

/// <summary>Turns raw rows of one file of ЕЦП into what they say of people, in the file's order.</summary>
internal sealed class ServiceFileParser
{
    /// <summary>An application, a CV, a test and a survey.</summary>
    public const int MostRecords = 4;

    private readonly RawSheet _sheet;
    private readonly DateOnly _today;
    private readonly TableRows _rows;

    /// <param name="sheet">Its header row has been found.</param>
    /// <param name="mapping">What the centre decided about columns.</param>
    /// <param name="today">The day of a trace that is told by «да» alone.</param>
    /// <exception cref="SpreadsheetProblem"><c>missing-column</c>.</exception>
    public ServiceFileParser(RawSheet sheet, ColumnMapping mapping, DateOnly today)
    {
        (_sheet, _today) = (sheet, today);
        _rows = new TableRows(sheet, ServiceFileColumns.All, mapping, ServiceFileColumns.MissingIn);
    }

    public RecognisedHeader<TableColumn> Header => _rows.Header;

    public int Read => _rows.Read;

    public int Repaired => _rows.Repaired;

    public IReadOnlyList<ReadingNotice> Notices() => _rows.Notices();

    public IEnumerable<ParsedServiceRow> Parse(IEnumerable<RawRow> rows)
    {
        foreach (var draft in rows.Select(_rows.Take).OfType<RowDraft>())
        {
            var snils = Snils(draft);
            List<ServiceRecord> records = [.. Application(draft), .. Traces(draft)];
            if (snils is not null && records.Count == 0 && draft.Errors.Count == 0)
            {
                draft.Fail(Header.Of(ServiceFileColumns.Snils)!, "nothing-told", "В строке нет ни заявления, ни резюме, ни теста, ни анкеты: записывать нечего.", rejects: true);
            }

            _rows.Count(draft);
            yield return new ParsedServiceRow(draft.Row.Number, draft.Rejected ? null : snils, records, draft.Errors, draft.Repairs);
        }
    }

    private string? Snils(RowDraft draft)
    {
        var column = Header.Of(ServiceFileColumns.Snils)!;
        var snils = RowReading.Snils(draft, column);
        if (!snils.IsGiven)
        {
            draft.Fail(column, ImportErrorCodes.Required, "Без верного СНИЛС не понять, о ком строка. Впишите его.", rejects: true);
        }

        return snils.Value;
    }

    private IEnumerable<ServiceRecord> Application(RowDraft draft)
    {
        if (Header.Of(ServiceFileColumns.Service) is not { } column || draft.Open(column) is not { IsGiven: true } cell || ServiceWords.FindKind(cell.Text) is not { } kind)
        {
            yield break;
        }

        var filed = RowReading.Date(draft, Header.Of(ServiceFileColumns.FiledOn), _sheet.From1904);
        if (!filed.IsGiven || filed.Value > _today)
        {
            draft.Fail(
                Header.Of(ServiceFileColumns.FiledOn)!,
                ImportErrorCodes.BadDate,
                filed.IsGiven ? "Дата подачи позже сегодняшней. Проверьте её." : "Без даты подачи заявление не записать. Впишите её так: 01.12.2026.",
                rejects: true);
            yield break;
        }

        var state = RowReading.Word<ServiceState>(
            draft, Header.Of(ServiceFileColumns.State), text => ServiceWords.FindState(text), "bad-state", "Не поняли состояние. Напишите: подано, в работе, услуга оказана, отказано или отозвано.");
        var number = RowReading.Text(draft, Header.Of(ServiceFileColumns.Number), ServiceApplication.LongestNumber);
        var stateOn = RowReading.Date(draft, Header.Of(ServiceFileColumns.StateOn), _sheet.From1904);
        yield return new ServiceRecord(kind, filed.Value, number.Value, state.IsGiven ? state.Value : null, stateOn.IsGiven ? stateOn.Value : null);
    }

    private IEnumerable<ServiceRecord> Traces(RowDraft draft)
    {
        foreach (var (field, kind) in new[] { (ServiceFileColumns.Cv, ServiceKind.Cv), (ServiceFileColumns.Test, ServiceKind.Test), (ServiceFileColumns.Survey, ServiceKind.Survey) })
        {
            if (Header.Of(field) is not { } column || draft.Open(column) is not { IsGiven: true } cell)
            {
                continue;
            }

            var said = cell.Raw.Kind == RawCellKind.Date ? null : RegisterWords.Answer(cell.Text, FactCode.JobSearchPreparation);
            if (said == FactValue.No)
            {
                continue;
            }

            var on = said == FactValue.Yes ? FieldValue<DateOnly>.Of(_today) : RowReading.Date(draft, column, _sheet.From1904);
            if (on.IsGiven && on.Value <= _today)
            {
                yield return new ServiceRecord(kind, on.Value, null, ServiceState.Done, null);
            }
        }
    }
}
