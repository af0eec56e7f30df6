using System.Globalization;
using System.Text;
using Marshrut.Core.Imports.StatisticsFiles;
using Marshrut.Rules.Risk;
using Marshrut.Seeding.Demo;
using Marshrut.Seeding.Registers;
using Marshrut.Seeding.Students;

namespace Marshrut.Seeding.Samples;

/// <summary>
/// The files of <c>samples/</c>: made of the demo region's people for one school year and kept in the repository. A test makes them anew and compares;
/// with <c>MARSHRUT_WRITE_SAMPLES</c> naming a folder it writes them there.
/// </summary>
public sealed class SampleFiles(DateOnly day)
{
    /// <summary>The day that the kept files tell of. The demo makes its own for another school year.</summary>
    public static readonly DateOnly KeptDay = new(2026, 11, 23);

    public const string CleanRegister = "register-clean.xlsx";
    public const string DirtyRegister = "register-dirty.xlsx";
    public const string CsvRegister = "register.csv";
    public const string StatisticsCsv = "statistics.csv";
    public const string StatisticsXlsx = "statistics.xlsx";

    private const int NewNumber = 60_000;
    private const int NewPeople = 24;
    private const int CsvPeople = 120;

    /// <summary>One in so many of the known has news.</summary>
    private const int ChangeEvery = 6;

    private readonly SeedDates dates = new(day);

    /// <summary>Are these files of the school year of a day? Then the demo's people of that day are those of the clean register.</summary>
    public bool IsFor(DateOnly other) => new SeedDates(other).ClassYear == dates.ClassYear;

    public IEnumerable<(string Name, Action<Stream> Write)> All =>
    [
        (CleanRegister, WriteClean),
        (DirtyRegister, output => new DirtyRegister(dates).Write(output)),
        (CsvRegister, WriteCsv),
        (StatisticsCsv, output => StatisticsTable.WriteCsv(output, Statistics())),
        (StatisticsXlsx, output => StatisticsTable.WriteXlsx(output, Statistics())),
    ];

    /// <summary>The last course of the demo's main college as it stands now: most unchanged, some with news, two dozen transferred from elsewhere.</summary>
    public void WriteClean(Stream output)
    {
        var table = RegisterTable.OfStudents(dates.Today);
        var rows = LastCourse(new DemoPeople(dates).MainCollege()).Select((student, i) => WithNews(table, table.Row(student), i))
            .Concat(Newcomers().Select(table.Row));
        table.WriteXlsx(output, rows, "Выпускной курс");
    }

    /// <summary>Of a college that the demo does not know, for one's own trials: as a program of the accounts department would save it.</summary>
    public void WriteCsv(Stream output)
    {
        var plan = DemoMap.Teachers[8] with { Number = 70, Code = "sample", Domain = "stud.sample", People = CsvPeople };
        var maker = new StudentMaker(plan, dates, DemoPeople.DefaultSeed);
        var table = RegisterTable.OfStudents(dates.Today);
        table.WriteCsv(output, Enumerable.Range(0, CsvPeople).Select(i => Numbered(table.Row(maker.Make(i)), i)), CodePagesEncodingProvider.Instance.GetEncoding(1251)!);
    }

    /// <summary>The region's statistics with the latest year revised for three organisations.</summary>
    private List<StatisticsFileRow> Statistics()
    {
        var rows = DemoRegisters.StatisticsOf(dates).ToList();
        var revised = rows.Select(row => row.Organization).Distinct().Where((_, i) => i % 6 == 2).Take(3).ToHashSet();
        return rows.ConvertAll(row => row.CohortYear == dates.ClassYear - 1 && row.Horizon == 1 && revised.Contains(row.Organization) && row.Employed < row.Graduates
            ? row with { Employed = row.Employed + 1 }
            : row);
    }

    private static IEnumerable<MadeStudent> LastCourse(IEnumerable<MadeStudent> students) =>
        students.Where(student => student.Draft.Enrolment is { Status: EnrolmentStatus.Studying } study && study.Course == ProgrammeCatalogue.Of(study.ProgrammeCode)[0].Years);

    private IEnumerable<MadeStudent> Newcomers()
    {
        var maker = new StudentMaker(DemoMap.Teachers[0], dates, DemoPeople.DefaultSeed);
        return LastCourse(Enumerable.Range(NewNumber, NewNumber).Select(maker.Make)).Take(NewPeople);
    }

    /// <summary>Numbers that no college of the demo gives: whoever tries the file on one adds people and overwrites nobody.</summary>
    private static string[] Numbered(string[] row, int index)
    {
        row[0] = string.Create(CultureInfo.InvariantCulture, $"НК-{index + 1:0000}");
        return row;
    }

    private static string[] WithNews(RegisterTable table, string[] row, int index)
    {
        if (index % ChangeEvery != 0)
        {
            return row;
        }

        var (fact, answer) = (index / ChangeEvery % 3) switch
        {
            0 => (FactCode.JobSearchPreparation, "да"),
            1 => (FactCode.FieldExperience, "да"),
            _ => (FactCode.CertainWorkplace, index % 2 == 0 ? "да" : "нет"),
        };
        row[table.Fields.ToList().FindIndex(field => field.Fact == fact)] = answer;
        return row;
    }
}
