using System.Globalization;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Language;
using Marshrut.Seeding.Demo;
using Marshrut.Seeding.Names;
using Marshrut.Seeding.Students;

namespace Marshrut.Seeding.Samples;

/// <summary>A register as dirty as life makes them, one dirt a row: what each row has stands in its last column, so that a reader of the file sees it.</summary>
internal sealed class DirtyRegister(SeedDates dates)
{
    private const int People = 60;
    private const int HeaderRow = 4;
    private const int FirstRow = HeaderRow + 1;
    private const int HiddenStudent = 39;
    private const int Number = 71;

    private static readonly string[] Headers =
    [
        "№ п/п", "№ зачётной книжки", "Ф.И.О.", "Дата рожд.", "Пол", "СНИЛС", "Моб. телефон", "E-mail", "Код специальности", "Курс", "Группа", "Год окончания",
        "Статус", "Район", "Сирота", "Инвалидность", "Согласие на данные о здоровье", "Практика или стажировка", "Есть резюме", "Лет", "Что в этой строке",
    ];

    private enum Column
    {
        Position,
        ExternalId,
        FullName,
        BirthDate,
        Sex,
        Snils,
        Phone,
        Email,
        Code,
        Course,
        Group,
        Year,
        Status,
        District,
        Orphan,
        Disability,
        HealthConsent,
        Practice,
        Cv,
        Age,
        Remark,
    }

    public void Write(Stream output)
    {
        var plan = DemoMap.Teachers[0] with { Number = Number, Code = "dirty", Domain = "stud.zpk", People = People };
        var maker = new StudentMaker(plan, dates, DemoPeople.DefaultSeed);
        var rows = Enumerable.Range(0, People).Select(i => Plain(maker.Make(i), i)).ToList();
        SpoilDates(rows);
        SpoilCodes(rows);
        SpoilNames(rows);
        SpoilContacts(rows);
        SpoilStudy(rows);
        SpoilFacts(rows);
        List<SampleCell[]> sheet =
        [
            ["Список обучающихся выпускных и средних курсов"],
            ["по состоянию на " + Russian.Date(dates.Today)],
            [],
            [.. Headers.Select(header => (SampleCell)header)],
            .. rows,
            [],
            [],
            ["", "", "Итого:", "", "", "", "", "", "", "", "", SampleCell.Of(People)],
        ];
        SampleWorkbook.Write(
            output,
            new SampleSheet("Титул", [["Заречный политехнический колледж"], ["Учебная часть"]], [], [], []),
            new SampleSheet("Список", sheet, ["A1:U1", "A2:U2"], [FirstRow + HiddenStudent], [(int)Column.Sex + 1]));
    }

    private SampleCell[] Plain(MadeStudent student, int index)
    {
        var person = student.Draft;
        var study = person.Enrolment;
        var row = new SampleCell[Headers.Length];
        Set(row, Column.Position, SampleCell.Of(index + 1));
        Set(row, Column.ExternalId, string.Create(CultureInfo.InvariantCulture, $"ЗК-{index + 1:000}"));
        Set(row, Column.FullName, person.Name.ToString());
        Set(row, Column.BirthDate, SampleCell.Of(person.BirthDate));
        Set(row, Column.Sex, person.Name.Sex == Sex.Male ? "м" : "ж");
        Set(row, Column.Snils, person.Snils is null ? "" : Snils.Format(person.Snils));
        Set(row, Column.Phone, person.Phone ?? "");
        Set(row, Column.Email, person.Email ?? "");
        Set(row, Column.Code, study.ProgrammeCode);
        Set(row, Column.Course, SampleCell.Of(study.Course!.Value));
        Set(row, Column.Group, study.Group!);
        Set(row, Column.Year, SampleCell.Of(study.GraduationYear));
        Set(row, Column.Status, StudyWords.Status(study.Status));
        Set(row, Column.District, person.District ?? "");
        Set(row, Column.Orphan, "нет");
        Set(row, Column.Practice, index % 3 == 0 ? "" : "да");
        Set(row, Column.Cv, index % 4 == 0 ? "нет" : "да");
        var age = (dates.Today.DayNumber - person.BirthDate.DayNumber) / 365;
        var address = (FirstRow + index).ToString(CultureInfo.InvariantCulture);
        Set(row, Column.Age, new SampleCell(null, age, Formula: $"INT((TODAY()-D{address})/365)"));
        return row;
    }

    private static void SpoilDates(List<SampleCell[]> rows)
    {
        var day = new DateOnly(2008, 3, 5);
        Spoil(rows, 0, "дата — ячейка с форматом даты", Column.BirthDate, SampleCell.Of(day));
        Spoil(rows, 1, "дата текстом: д.м.гггг", Column.BirthDate, "5.3.2008");
        Spoil(rows, 2, "дата текстом: гггг-мм-дд", Column.BirthDate, "2008-03-05");
        Spoil(rows, 3, "дата словами", Column.BirthDate, "5 марта 2008 г.");
        Spoil(rows, 4, "дата через косую черту, со временем", Column.BirthDate, "05/03/2008 00:00");
        Spoil(rows, 5, "дата потеряла формат и стала числом", Column.BirthDate, SampleCell.Serial(day));
        Spoil(rows, 6, "даты рождения нет: строка не войдёт", Column.BirthDate, SampleCell.Empty);
        Spoil(rows, 7, "год двумя цифрами: строка не войдёт", Column.BirthDate, "05.03.08");
    }

    private static void SpoilCodes(List<SampleCell[]> rows)
    {
        Spoil(rows, 8, "код стал датой 09.02.2007", Column.Code, SampleCell.Of(new DateOnly(2007, 2, 9)));
        Spoil(rows, 9, "пробел после кода", Column.Code, "09.02.07 ");
        Spoil(rows, 10, "к коду приклеено название", Column.Code, "09.02.07 Информационные системы и программирование");
        Spoil(rows, 11, "у кода пропал ноль", Column.Code, "9.02.07");
        Spoil(rows, 12, "код неполный: строка не войдёт", Column.Code, "09.02");
        Spoil(rows, 13, "такого кода нет в справочнике", Column.Code, "99.02.01");
    }

    private static void SpoilNames(List<SampleCell[]> rows)
    {
        Rename(rows, 14, "латинские буквы в фамилии", "Кoвaлёв Артём Сергеевич", Sex.Male);
        Rename(rows, 15, "неразрывный и двойной пробелы", "Зотова\u00A0Вероника  Андреевна", Sex.Female);
        Rename(rows, 16, "инициалы: строка не войдёт", "Орлов П. С.", Sex.Male);
        Rename(rows, 17, "отчество из двух слов", "Алиев Рашад Эльчин оглы", Sex.Male);
        Rename(rows, 18, "отчества нет", "Цой Александр", Sex.Male);
        Rename(rows, 19, "двойная фамилия с пробелами", "Петрова - Озёрская Дарья Игоревна", Sex.Female);
        Rename(rows, 20, $"тёзка человека из строки {FirstRow + 18}, дата рождения другая", "Цой Александр", Sex.Male);
        Spoil(rows, 21, $"та же зачётная книжка, что в строке {FirstRow + 3}: строка не войдёт", Column.ExternalId, "ЗК-004");
        foreach (var (index, other) in new[] { (22, 23), (23, 22) })
        {
            Rename(rows, index, $"один человек записан дважды, ещё раз — в строке {FirstRow + other}", "Лапин Егор Дмитриевич", Sex.Male);
            Set(rows[index], Column.BirthDate, SampleCell.Of(new DateOnly(2008, 4, 12)));
            Set(rows[index], Column.Snils, SampleCell.Empty);
        }
    }

    private static void SpoilContacts(List<SampleCell[]> rows)
    {
        Spoil(rows, 24, "СНИЛС числом, без знаков", Column.Snils, SampleCell.Of(double.Parse(FictionalContacts.Snils(7_100_024), CultureInfo.InvariantCulture)));
        Spoil(rows, 25, "СНИЛС с неверной контрольной суммой", Column.Snils, "900-000-001 99");
        Spoil(rows, 26, "телефон с восьмёрки", Column.Phone, "8 (900) 000-31-77");
        Spoil(rows, 27, "два телефона в ячейке", Column.Phone, "89000003178, 2-34-56");
        Spoil(rows, 28, "телефон без кода города", Column.Phone, "2-34-56");
        Spoil(rows, 29, "слова вместо почты", Column.Email, "нет почты");
    }

    private static void SpoilStudy(List<SampleCell[]> rows)
    {
        Spoil(rows, 30, "курс римской цифрой", Column.Course, "II");
        Spoil(rows, 31, "курс словами", Column.Course, "2 курс");
        Spoil(rows, 32, "такого курса нет", Column.Course, SampleCell.Of(9));
        Spoil(rows, 33, "дата вместо года", Column.Year, SampleCell.Of(new DateOnly(2027, 6, 30)));
        Spoil(rows, 34, "учебный год вместо года: строка не войдёт", Column.Year, "2026/2027");
        Spoil(rows, 35, "статус сокращён", Column.Status, "академ. отпуск");
        Spoil(rows, 36, "район другого региона", Column.District, "Тридевятый район");
        Spoil(rows, 37, "группа вычислена формулой", Column.Group, SampleCell.Calculated("CONCATENATE(\"ИС\",\"-\",\"21\")", "ИС-21"));
        Spoil(rows, 38, "формула с ошибкой", Column.Group, SampleCell.Fault("VLOOKUP(B43,B1:C2,2,FALSE)"));
        Spoil(rows, HiddenStudent, "строка скрыта", Column.Status, "обучается");
    }

    private void SpoilFacts(List<SampleCell[]> rows)
    {
        Spoil(rows, 40, "плюс вместо «да»", Column.Practice, "+");
        Spoil(rows, 41, "крестик вместо «да»", Column.Practice, "x");
        Spoil(rows, 42, "галочка вместо «да»", Column.Practice, "✓");
        Spoil(rows, 43, "не «да» и не «нет»", Column.Practice, "возможно");
        Spoil(rows, 44, "сказано, что неизвестно", Column.Cv, "неизвестно");
        Spoil(rows, 45, "инвалидность без согласия", Column.Disability, "да");
        Spoil(rows, 46, "инвалидность с согласием", Column.Disability, "да");
        Set(rows[46], Column.HealthConsent, SampleCell.Of(dates.RegisterOn));
        Spoil(rows, 47, "нет инвалидности, но и согласия нет", Column.Disability, "нет");
    }

    private static void Spoil(List<SampleCell[]> rows, int index, string remark, Column column, SampleCell cell)
    {
        Set(rows[index], column, cell);
        Set(rows[index], Column.Remark, remark);
    }

    private static void Rename(List<SampleCell[]> rows, int index, string remark, string name, Sex sex)
    {
        Spoil(rows, index, remark, Column.FullName, name);
        Set(rows[index], Column.Sex, sex == Sex.Male ? "м" : "ж");
    }

    private static void Set(SampleCell[] row, Column column, SampleCell cell) => row[(int)column] = cell;
}
