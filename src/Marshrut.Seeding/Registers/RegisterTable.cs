using System.Globalization;
using System.Text;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Spreadsheets.Writing;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Marshrut.Seeding.Students;

namespace Marshrut.Seeding.Registers;

/// <summary>A register as an organisation would send it: made students as rows under the headers of DOMAIN §5 and §7, as they stood on a day.</summary>
public sealed class RegisterTable
{
    private readonly DateOnly on;

    private RegisterTable(DateOnly on, IReadOnlyList<RegisterField> fields)
    {
        this.on = on;
        Fields = fields;
    }

    public IReadOnlyList<RegisterField> Fields { get; }

    public IEnumerable<string> Headers => Fields.Select(column => column.Header);

    /// <summary>A college's or a university's: everything but what it may not hold.</summary>
    public static RegisterTable OfStudents(DateOnly on) => new(
        on,
        [.. RegisterFields.All.Where(field => field != RegisterFields.FullName && field != RegisterFields.Programme && !RegisterFields.Restricted.Contains(field) && field != RegisterFields.WorkLimits)]);

    /// <summary>A school's: pupils have no programme, and no fact is asked of them.</summary>
    public static RegisterTable OfPupils(DateOnly on) => new(
        on,
        [
            RegisterFields.ExternalId, RegisterFields.LastName, RegisterFields.FirstName, RegisterFields.MiddleName, RegisterFields.BirthDate, RegisterFields.Sex,
            RegisterFields.Phone, RegisterFields.Level, RegisterFields.Group, RegisterFields.District, RegisterFields.GraduationYear, RegisterFields.Status,
        ]);

    /// <summary>An employment centre's: offences, too.</summary>
    public static RegisterTable OfVisitors(DateOnly on) => new(
        on, [.. RegisterFields.All.Where(field => field != RegisterFields.FullName && field != RegisterFields.Programme && field != RegisterFields.WorkLimits)]);

    /// <summary>The cells of a student in the order of <see cref="Fields"/>; '' is an empty one.</summary>
    public string[] Row(MadeStudent student) => [.. Fields.Select(field => Cell(field, student) ?? "")];

    /// <summary>Semicolons, as Excel saves it in Russia.</summary>
    public void WriteCsv(Stream output, IEnumerable<string[]> rows, Encoding encoding)
    {
        using var writer = new StreamWriter(output, encoding, leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(';', Headers.Select(Quoted)));
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(';', row.Select(cell => Quoted(CsvSafe.Protect(cell)))));
        }
    }

    public void WriteXlsx(Stream output, IEnumerable<string[]> rows, string sheetName)
    {
        using var writer = new XlsxWriter(output, sheetName, [.. Headers.Select(header => Math.Clamp(header.Length + 2, 10, 30))], frozenRows: 1);
        writer.Header(Headers);
        foreach (var row in rows)
        {
            writer.StartRow();
            foreach (var cell in row)
            {
                writer.Text(cell);
            }
        }
    }

    private string? Cell(RegisterField field, MadeStudent student)
    {
        var person = student.Draft;
        var study = person.Enrolment;
        return field switch
        {
            _ when field.Fact is { } code => Stated(code, student.Sheet),
            _ when field == RegisterFields.ExternalId => study.ExternalId,
            _ when field == RegisterFields.LastName => person.Name.LastName,
            _ when field == RegisterFields.FirstName => person.Name.FirstName,
            _ when field == RegisterFields.MiddleName => person.Name.MiddleName,
            _ when field == RegisterFields.BirthDate => Russian.Date(person.BirthDate),
            _ when field == RegisterFields.Sex => person.Name.Sex == Sex.Male ? "м" : "ж",
            _ when field == RegisterFields.Snils => person.Snils is null ? null : Snils.Format(person.Snils),
            _ when field == RegisterFields.Phone => person.Phone,
            _ when field == RegisterFields.Email => person.Email,
            _ when field == RegisterFields.ProgrammeCode => study.ProgrammeCode,
            _ when field == RegisterFields.Level => StudyWords.Level(study.Level),
            _ when field == RegisterFields.StudyForm => StudyWords.Form(study.StudyForm),
            _ when field == RegisterFields.Funding => StudyWords.Funding(study.Funding),
            _ when field == RegisterFields.Course => study.Course?.ToString(CultureInfo.InvariantCulture),
            _ when field == RegisterFields.Group => study.Group,
            _ when field == RegisterFields.District => person.District,
            _ when field == RegisterFields.DistrictAfter => person.DistrictAfter,
            _ when field == RegisterFields.GraduationYear => study.GraduationYear.ToString(CultureInfo.InvariantCulture),
            _ when field == RegisterFields.Status => StudyWords.Status(study.Status),
            _ when field == RegisterFields.ConsentTransfer => Signed(person.TransferConsentOn),
            _ when field == RegisterFields.ConsentRisk => Signed(person.RiskConsentOn),
            _ when field == RegisterFields.ConsentHealth => Signed(student.Sheet.HealthConsentOn),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Key, "No cell is made for this column."),
        };
    }

    private string? Signed(DateOnly? day) => day <= on ? Russian.Date(day.Value) : null;

    private static string? Stated(FactCode code, FactSheet sheet)
    {
        foreach (var (known, entry) in sheet.Entries)
        {
            if (known == code && entry.Source == FactSource.Import)
            {
                return FactText.Value(entry.Value);
            }
        }

        return null;
    }

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(";\"\r\n") < 0 ? cell : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
