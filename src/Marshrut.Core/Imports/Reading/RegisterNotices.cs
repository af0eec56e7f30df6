using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Reading;

/// <summary>Gathers, row by row, what is told of the file as a whole (R1, R2, R6, R11).</summary>
internal sealed class RegisterNotices(RecognisedHeader<RegisterField> header, RegisterReadingOptions options)
{
    /// <summary>A notice names so many phones at the most; the rest is a number.</summary>
    private const int Examples = 21;

    private readonly SortedSet<string> _unknownProgrammes = new(StringComparer.Ordinal);
    private readonly List<string> _phones = [];
    private readonly List<string> _emails = [];
    private int _phoneRows;
    private int _emailRows;
    private int _healthRows;

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

    /// <summary>All notices, those of any table first, in a fixed order.</summary>
    public IReadOnlyList<ReadingNotice> ToList(TableNotices<RegisterField> table, int read)
    {
        string[] restricted = options.StoreRestricted ? [] : [.. header.Columns.Where(IsRestricted).Select(column => column.Header)];
        var notices = new List<ReadingNotice>(table.ToList(read, column => !options.StoreRestricted && IsRestricted(column)));
        if (restricted.Length > 0)
        {
            notices.Add(ImportMessages.RestrictedColumnsNotice(restricted, options.OnlyPermissionLacks));
        }

        if (_healthRows > 0)
        {
            notices.Add(ImportMessages.HealthWithoutConsentNotice(_healthRows));
        }

        if (_phoneRows > 0)
        {
            notices.Add(ImportMessages.OtherPhonesNotice(_phoneRows, _phones));
        }

        if (_emailRows > 0)
        {
            notices.Add(ImportMessages.OtherEmailsNotice(_emailRows, _emails));
        }

        if (_unknownProgrammes.Count > 0)
        {
            notices.Add(ImportMessages.UnknownProgrammesNotice(_unknownProgrammes));
        }

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
