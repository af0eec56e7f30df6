using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Risk;
using static Marshrut.Core.Imports.Reading.ImportErrorCodes;

namespace Marshrut.Core.Imports.Reading;

/// <summary>
/// Turns raw rows of one register into parsed rows, in the file's order: it remembers the identifiers it has seen and what the
/// notices need. One parser serves one pass over one file.
/// </summary>
public sealed class RegisterParser
{
    private const int MaxWorkLimits = 2000;
    private const int MostRepeated = 20_000;
    private readonly RawSheet _sheet;
    private readonly RegisterReadingOptions _options;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly RecognisedColumn<RegisterField>[] _facts;
    private readonly NameCells _names;
    private readonly ProgrammeCells _programmes;
    private readonly DistrictNames _districts;
    private readonly TableNotices<RegisterField> _tableNotices;
    private readonly RegisterNotices _notices;
    private readonly DataRows<RegisterField> _rows;

    /// <summary>First names, groups and codes repeat in thousands of rows: one text serves them all.</summary>
    private readonly Dictionary<string, string> _repeated = new(StringComparer.Ordinal);

    /// <summary>
    /// Recognises the header of a sheet, staged or fresh. Throws <see cref="SpreadsheetProblem"/> («missing-column») when a required
    /// column is missing.
    /// </summary>
    public RegisterParser(RawSheet sheet, RegisterReadingOptions options)
    {
        _sheet = sheet;
        _options = options;
        Header = HeaderRecognition.Read(sheet.Header, RegisterFields.All, options.Mapping);
        var missing = RegisterFields.MissingIn(Header, options.ProgrammeRequired);
        if (missing.Count > 0)
        {
            throw TableMessages.MissingColumns(missing);
        }

        var loaded = Header.Columns
            .Where(column => column.Field is not null && (options.StoreRestricted || column.Field.Sensitivity != Sensitivity.Restricted))
            .ToList();
        _facts = [.. loaded.Where(column => column.Field!.Fact is not null)];
        _names = new NameCells(Header);
        _programmes = new ProgrammeCells(Header, sheet.From1904, options);
        _districts = new DistrictNames(options.Districts ?? []);
        _tableNotices = new TableNotices<RegisterField>(sheet, Header);
        _notices = new RegisterNotices(Header, options);
        _rows = new DataRows<RegisterField>(
            Header,
            [.. loaded.Select(column => column.Index)],
            new SkippedRows(
                loaded.Select(column => (column.Index, column.Header)),
                loaded.Where(column => column.Field!.Kind is RegisterFieldKind.Name or RegisterFieldKind.FullName).Select(column => column.Index),
                Header.Of(RegisterFields.BirthDate)!.Index),
            _tableNotices);
    }

    /// <summary>What the columns mean; the same for every row.</summary>
    public RecognisedHeader<RegisterField> Header { get; }

    /// <summary>Data rows parsed so far, the rejected ones included (R4).</summary>
    public int Read => _rows.Read;

    /// <summary>Rows with at least one mended cell (R5).</summary>
    public int Repaired => _rows.Repaired;

    /// <summary>Columns of the widest row so far, the header included: the error workbook's reasons stand behind them (R51).</summary>
    public int Width => _rows.Width;

    /// <summary>Columns with health data or offences: they stay out of any file that is not sealed (R27).</summary>
    public IReadOnlyList<int> SensitiveColumns =>
        [.. Header.Columns.Where(column => column.IsSensitive || RegisterFields.All.Match(column.Header)?.Column.IsSensitive == true).Select(column => column.Index)];

    /// <summary>What is to be said of the file as a whole, after the last row.</summary>
    public IReadOnlyList<ReadingNotice> Notices() => _notices.ToList(_tableNotices, Read);

    /// <summary>Parses row after row, streaming; empty rows and totals are left out (R4).</summary>
    public IEnumerable<ParsedRow> Parse(IEnumerable<RawRow> rows)
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
    public ParsedRow? Parse(RawRow row)
    {
        if (!_rows.Take(row))
        {
            return null;
        }

        var parsed = ParseData(new RowDraft(row));
        _rows.Count(parsed.Repairs);
        return parsed;
    }

    private ParsedRow ParseData(RowDraft draft)
    {
        var externalId = ExternalId(draft);
        var (last, first, middle) = _names.Read(draft);
        (first, middle) = (first is null ? null : Repeated(first), Repeated(middle));
        var birthDate = BirthDate(draft);
        var snils = RowReading.Snils(draft, Header.Of(RegisterFields.Snils));
        var (code, programme) = _programmes.Read(draft);
        code = code is null ? null : Repeated(code);
        var year = RowReading.Year(draft, Header.Of(RegisterFields.GraduationYear)!, _sheet.From1904, RegisterFields.GraduationYear.Header);
        var row = Rest(draft, code, new RegisterRow
        {
            ExternalId = externalId,
            LastName = last ?? "",
            FirstName = first ?? "",
            MiddleName = middle,
            BirthDate = birthDate ?? default,
            Snils = snils,
            ProgrammeCode = code,
            ProgrammeName = programme,
            GraduationYear = year ?? 0,
        });
        if (code is not null)
        {
            _notices.SeeProgramme(code);
        }

        var identity = new RowIdentity(externalId.Value, snils.Value, last, first, middle.Value, birthDate, code);
        return new ParsedRow(draft.Row.Number, draft.Rejected ? null : row, identity, draft.Errors, draft.Repairs);
    }

    private RegisterRow Rest(RowDraft draft, string? programmeCode, RegisterRow row)
    {
        var filled = row with
        {
            Sex = RowReading.Word(draft, Header.Of(RegisterFields.Sex), RegisterWords.FindSex, BadSex, ImportMessages.BadSex),
            Phone = Phone(draft),
            Email = Email(draft),
            Level = RowReading.Word<EducationLevel>(
                draft, Header.Of(RegisterFields.Level), text => RegisterWords.FindLevel(text, programmeCode), UnknownLevel, ImportMessages.UnknownLevel),
            StudyForm = RowReading.Word(draft, Header.Of(RegisterFields.StudyForm), RegisterWords.FindStudyForm, BadStudyForm, ImportMessages.BadStudyForm),
            Funding = RowReading.Word(draft, Header.Of(RegisterFields.Funding), RegisterWords.FindFunding, BadFunding, ImportMessages.BadFunding),
            Course = RowReading.Course(draft, Header.Of(RegisterFields.Course)),
            Group = Repeated(RowReading.Text(draft, Header.Of(RegisterFields.Group))),
            District = District(draft, Header.Of(RegisterFields.District)),
            DistrictAfter = District(draft, Header.Of(RegisterFields.DistrictAfter)),
            Status = RowReading.Word(draft, Header.Of(RegisterFields.Status), RegisterWords.FindStatus, BadStatus, ImportMessages.BadStatus),
            ConsentTransfer = RowReading.Date(draft, Header.Of(RegisterFields.ConsentTransfer), _sheet.From1904),
            ConsentHealth = RowReading.Date(draft, Header.Of(RegisterFields.ConsentHealth), _sheet.From1904),
            ConsentRisk = RowReading.Date(draft, Header.Of(RegisterFields.ConsentRisk), _sheet.From1904),
        };
        return Health(draft, filled with { Facts = Facts(draft) });
    }

    private FieldValue<string> Repeated(FieldValue<string> value) => value.IsGiven ? FieldValue<string>.Of(Repeated(value.Value!)) : value;

    private string Repeated(string text)
    {
        if (_repeated.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_repeated.Count < MostRepeated)
        {
            _repeated.Add(text, text);
        }

        return text;
    }

    private FieldValue<string> ExternalId(RowDraft draft)
    {
        var column = Header.Of(RegisterFields.ExternalId);
        var id = RowReading.Identifier(draft, column);
        if (id.IsGiven && !_seen.TryAdd(id.Value!, draft.Row.Number))
        {
            draft.Fail(column!, DuplicateInFile, ImportMessages.DuplicateInFile(_seen[id.Value!]), rejects: true);
        }

        return id;
    }

    private DateOnly? BirthDate(RowDraft draft)
    {
        var column = Header.Of(RegisterFields.BirthDate)!;
        var listed = draft.Errors.Count;
        var date = RowReading.Date(draft, column, _sheet.From1904, required: true);
        if (!date.IsGiven)
        {
            if (draft.Errors.Count == listed)
            {
                draft.Fail(column, Required, ImportMessages.Required(RegisterFields.BirthDate.Header), rejects: true);
            }

            return null;
        }

        var born = date.Value;
        var age = _options.Today.Year - born.Year - (born.AddYears(_options.Today.Year - born.Year) > _options.Today ? 1 : 0);
        if (born > _options.Today)
        {
            draft.Fail(column, BadAge, ImportMessages.BornLater, rejects: true);
        }
        else if (age is < 13 or > 70)
        {
            draft.Fail(column, BadAge, ImportMessages.BadAge(age), rejects: true);
        }

        return born;
    }

    private FieldValue<string> Phone(RowDraft draft)
    {
        var column = Header.Of(RegisterFields.Phone);
        var cell = draft.Open(column);
        if (!cell.IsGiven)
        {
            return RowReading.Empty<string>(cell);
        }

        // The collapsed text has lost its line breaks, and they separate numbers.
        var phones = PhoneNumbers.Read(CsvSafe.Unprotect(cell.Raw.Shown()));
        if (phones.First is null)
        {
            draft.Fail(column!, BadPhone, ImportMessages.BadPhone);
            return FieldValue<string>.Blank;
        }

        _notices.SeeOtherPhones(draft.Row.Number, phones.Others);
        return FieldValue<string>.Of(phones.First);
    }

    private FieldValue<string> Email(RowDraft draft)
    {
        var column = Header.Of(RegisterFields.Email);
        var cell = draft.Open(column);
        if (!cell.IsGiven)
        {
            return RowReading.Empty<string>(cell);
        }

        var (first, others) = EmailAddress.Read(cell.Text);
        if (first is null)
        {
            draft.Fail(column!, BadEmail, ImportMessages.BadEmail);
            return FieldValue<string>.Blank;
        }

        _notices.SeeOtherEmails(draft.Row.Number, others);
        return FieldValue<string>.Of(first);
    }

    private FieldValue<string> District(RowDraft draft, RecognisedColumn<RegisterField>? column)
    {
        var written = RowReading.Text(draft, column);
        if (!written.IsGiven)
        {
            return written;
        }

        if (_districts.Find(written.Value!) is { } name)
        {
            return FieldValue<string>.Of(name);
        }

        draft.Fail(column!, UnknownDistrict, ImportMessages.UnknownDistrict);
        return FieldValue<string>.Blank;
    }

    private IReadOnlyList<ImportedFact> Facts(RowDraft draft)
    {
        List<ImportedFact>? facts = null;
        foreach (var column in _facts)
        {
            var cell = draft.Open(column);
            if (cell.State == FieldState.Blank)
            {
                continue;
            }

            var code = column.Field!.Fact!.Value;
            if (cell.State == FieldState.Erased)
            {
                (facts ??= []).Add(new ImportedFact(code, FactValue.Unknown));
            }
            else if (Answer(draft, column, cell, code) is { } answer)
            {
                (facts ??= []).Add(new ImportedFact(code, answer));
            }
            else
            {
                draft.Fail(column, BadYesNo, code == FactCode.WorksInField ? ImportMessages.BadYesNoNotWorking : ImportMessages.BadYesNo);
            }
        }

        return facts ?? (IReadOnlyList<ImportedFact>)[];
    }

    private static FactValue? Answer(RowDraft draft, RecognisedColumn<RegisterField> column, OpenCell cell, FactCode code) => cell.Raw.Kind switch
    {
        RawCellKind.Bool => cell.Raw.Number != 0 ? FactValue.Yes : FactValue.No,
        RawCellKind.Date => null,
        _ => RegisterWords.Answer(cell.Text, code) ?? (LookAlikes.Mend(cell.Text) is var mended && RegisterWords.Answer(mended, code) is { } answer
            ? Mended(draft, column, cell, answer)
            : null),
    };

    private static FactValue Mended(RowDraft draft, RecognisedColumn<RegisterField> column, OpenCell cell, FactValue answer)
    {
        draft.MendLetters(column, cell);
        return answer;
    }

    /// <summary>Health data without a consent in the same row is not kept (R2): a «да» is listed, a «нет» only counted.</summary>
    private RegisterRow Health(RowDraft draft, RegisterRow row)
    {
        var limitsColumn = Header.Of(RegisterFields.WorkLimits);
        var limits = RowReading.Text(draft, limitsColumn, MaxWorkLimits);
        if (row.ConsentHealth.IsGiven)
        {
            return row with { WorkLimits = limits };
        }

        var saysNo = limits.IsGiven && RegisterWords.IsNo(limits.Value!);
        if (limits.IsGiven && !saysNo)
        {
            draft.Fail(limitsColumn!, NoHealthConsent, ImportMessages.NoHealthConsent);
        }

        var kept = row.Facts;
        var disability = row.Facts.FirstOrDefault(fact => fact.Code == FactCode.Disability);
        if (disability.Value != FactValue.Unknown)
        {
            kept = [.. row.Facts.Where(fact => fact.Code != FactCode.Disability)];
            saysNo |= disability.Value == FactValue.No;
            if (disability.Value == FactValue.Yes)
            {
                draft.Fail(_facts.First(column => column.Field!.Fact == FactCode.Disability), NoHealthConsent, ImportMessages.NoHealthConsent);
            }
        }

        if (saysNo)
        {
            _notices.SeeHealthWithoutConsent();
        }

        return row with { Facts = kept, WorkLimits = limits.IsGiven ? FieldValue<string>.Blank : limits };
    }
}
