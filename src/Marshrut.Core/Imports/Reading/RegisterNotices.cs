using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Reading;

/// <summary>Gathers, row by row, what is told of the file as a whole (R2, R6, R11).</summary>
internal sealed class RegisterNotices(RawSheet sheet, RecognisedHeader<RegisterField> header, RegisterReadingOptions options)
{
    /// <summary>A notice names so many phones at the most; the rest is a number.</summary>
    private const int Examples = 21;

    private readonly HashSet<int> _columnsWithoutHeader = [];
    private readonly SortedSet<string> _unknownProgrammes = new(StringComparer.Ordinal);
    private readonly List<string> _phones = [];
    private readonly List<string> _emails = [];
    private readonly List<string> _headersAgain = [];
    private int _phoneRows;
    private int _emailRows;
    private int _hiddenRows;
    private int _healthRows;

    public void SeeRow(RawRow row)
    {
        _hiddenRows += row.Hidden ? 1 : 0;
        for (var i = header.Columns.Count; i < row.Cells.Length; i++)
        {
            if (!row.Cells[i].IsBlank)
            {
                _columnsWithoutHeader.Add(i);
            }
        }
    }

    public void SeeHeaderAgain(int row) => _headersAgain.Add(row.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void SeeOtherPhones(int row, IReadOnlyList<string> others) => See(row, others, _phones, ref _phoneRows);

    public void SeeOtherEmails(int row, IReadOnlyList<string> others) => See(row, others, _emails, ref _emailRows);

    public void SeeHealthWithoutConsent() => _healthRows++;

    public void SeeProgramme(string code)
    {
        if (options.IsProgrammeKnown is not null && !options.IsProgrammeKnown(code))
        {
            _unknownProgrammes.Add(code);
        }
    }

    /// <summary>All notices, in a fixed order.</summary>
    public IReadOnlyList<ReadingNotice> ToList(int read)
    {
        var notices = new List<ReadingNotice>();
        void Add(bool say, Func<ReadingNotice> notice)
        {
            if (say)
            {
                notices.Add(notice());
            }
        }

        string[] restricted = options.StoreRestricted ? [] : [.. header.Columns.Where(IsRestricted).Select(column => column.Header)];
        string[] duplicates = [.. header.Columns.Where(column => column.DuplicateOf is not null && !IsRestricted(column)).Select(column => column.Header)];
        string[] extra =
        [
            .. header.Columns.Where(column => column is { Field: null, DuplicateOf: null, HasHeader: true } && !restricted.Contains(column.Header))
                .Select(column => column.Header),
            .. _columnsWithoutHeader.Order().Select(index => "Столбец " + HeaderRecognition.Letters(index)),
        ];
        string[] hidden = [.. sheet.HiddenColumns.Where(index => index < header.Columns.Count).Select(index => header.Columns[index].Header)];

        Add(read == 0, ImportMessages.NoRowsNotice);
        Add(extra.Length > 0, () => ImportMessages.ExtraColumnsNotice(extra));
        Add(duplicates.Length > 0, () => ImportMessages.DuplicateColumnsNotice(duplicates));
        Add(restricted.Length > 0, () => ImportMessages.RestrictedColumnsNotice(restricted));
        Add(_hiddenRows > 0, () => ImportMessages.HiddenRowsNotice(_hiddenRows));
        Add(hidden.Length > 0, () => ImportMessages.HiddenColumnsNotice(hidden));
        Add(sheet.OtherSheets.Count > 0, () => ImportMessages.OtherSheetsNotice(sheet.Name, sheet.OtherSheets));
        Add(_headersAgain.Count > 0, () => ImportMessages.RepeatedHeaderNotice(_headersAgain));
        Add(_healthRows > 0, () => ImportMessages.HealthWithoutConsentNotice(_healthRows));
        Add(_phoneRows > 0, () => ImportMessages.OtherPhonesNotice(_phoneRows, _phones));
        Add(_emailRows > 0, () => ImportMessages.OtherEmailsNotice(_emailRows, _emails));
        Add(_unknownProgrammes.Count > 0, () => ImportMessages.UnknownProgrammesNotice(_unknownProgrammes));
        return notices;
    }

    private static bool IsRestricted(RecognisedColumn<RegisterField> column) =>
        (column.Field ?? column.DuplicateOf ?? RegisterFields.All.Match(column.Header)?.Column)?.Sensitivity == Sensitivity.Restricted;

    private static void See(int row, IReadOnlyList<string> others, List<string> examples, ref int rows)
    {
        if (others.Count == 0)
        {
            return;
        }

        rows++;
        if (examples.Count < Examples)
        {
            examples.Add($"строка {row}: {string.Join(", ", others)}");
        }
    }
}
