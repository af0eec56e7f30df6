using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Tests.Core.Platform.Spreadsheets;
using static Marshrut.Tests.Core.Imports.Reading.RegisterText;
using static Marshrut.Tests.Core.Platform.Spreadsheets.HandMadeWorkbook;

namespace Marshrut.Tests.Core.Imports.Reading;

/// <summary>A file for each kind of dirt that an import must survive.</summary>
public class RegisterDirtTests
{
    private const string Header = "Идентификатор;Фамилия;Имя;Отчество;Дата рождения;Код направления;Год выпуска";
    private const string Good = "К-1;Ольхова;Вера;Ильинична;01.05.2007;09.02.07;2027";
    private static readonly string[] HeaderCells = ["Фамилия", "Имя", "Дата рождения", "Код направления", "Год выпуска"];

    [Theory]
    [InlineData("register.xls")]
    [InlineData("register-libreoffice.xlsx")]
    public void A_real_workbook_with_its_header_on_row_four_under_a_merged_title(string name)
    {
        var read = File(TestFile.Open(name));

        read.Rows.Select(row => (row.Number, row.Rejected)).ShouldBe([(5, false), (6, false), (7, false)]);
        read.Rows.Select(row => row.Row!.LastName).ShouldBe(["Ольхова", "Ясенев", "Клёнова"]);
        read.Rows.Select(row => row.Row!.BirthDate).ShouldBe([new DateOnly(2007, 5, 1), new DateOnly(2006, 12, 31), new DateOnly(2007, 6, 3)]);
        read.Rows.Select(row => row.Row!.ProgrammeCode).ShouldBe(["09.02.07", "09.02.07", "15.02.16"]);
        read.Rows.Select(row => row.Row!.GraduationYear).ShouldBe([2027, 2026, 2027]);
        read.Rows[1].Row!.Snils.ShouldBe(FieldValue<string>.Of("11223344595"));
        read.Errors.ShouldBeEmpty();
        read.Repairs.Select(repair => (repair.Row, repair.Column, repair.Value, repair.NewValue, repair.Code)).ShouldBe(
        [
            (6, "Код направления", "09.02.2007", "09.02.07", "code-was-date"),
            (7, "Код направления", "15.02.16 ", "15.02.16", "code-tail"),
            (7, "Курс", "II курс", "2", "course-text"),
        ]);
        read.Notices.Select(notice => notice.Code).ShouldBe(["hidden-rows", "hidden-columns", "other-sheets"]);
        read.Notice("hidden-columns")!.Message.ShouldContain("«Курс»");
        read.Notice("other-sheets")!.Message.ShouldContain("«Справочник»");
    }

    [Fact]
    public void The_name_in_one_column()
    {
        var read = Csv("№;Ф.И.О.;Д.р.;Шифр;Выпуск", "1;Ольхова Вера Ильинична;01.05.2007;09.02.07;2027", "2;Мамедов Рашад Эльчин оглы;02.05.2007;09.02.07;2027", "3;Ким Анна;03.05.2007;09.02.07;2027");

        read.Rows.Select(row => (row.Row!.LastName, row.Row.FirstName, row.Row.MiddleName.Value)).ShouldBe(
            [("Ольхова", "Вера", "Ильинична"), ("Мамедов", "Рашад", "Эльчин оглы"), ("Ким", "Анна", null)]);
        read.Repairs.ShouldBeEmpty("splitting a name is no repair (R5)");
        read.Notice("extra-columns")!.Message.ShouldContain("«№»");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Dates_as_serials_with_and_without_a_format_in_both_systems(bool from1904)
    {
        var book = new HandMadeWorkbook { From1904 = from1904 };
        var style = book.Format("dd.mm.yyyy");
        var shift = from1904 ? 1462 : 0;
        var birth = (39_203 - shift).ToString();
        var code = (39_122 - shift).ToString();
        book.Sheet("Лист", Row(HeaderCells)
            + $"<row>{Inline("Ольхова")}{Inline("Вера")}{Number(birth, style)}{Number(code, style)}{Number("2027")}</row>"
            + $"<row>{Inline("Ясенев")}{Inline("Пётр")}{Number(birth)}{Number(code)}{Number("2027", style)}</row>");

        var read = File(book.ToStream());

        read.Errors.ShouldBeEmpty();
        read.Rows.Select(row => (row.Row!.BirthDate, row.Row.ProgrammeCode, row.Row.GraduationYear)).ShouldBe(
            [(new DateOnly(2007, 5, 1), "09.02.07", 2027), (new DateOnly(2007, 5, 1), "09.02.07", 2027)]);
        read.Repairs.Select(repair => (repair.Row, repair.Code)).ShouldBe([(2, "code-was-date"), (3, "code-was-date"), (3, "year-from-date")]);
        read.Parser.Repaired.ShouldBe(2);
    }

    [Fact]
    public void Formulas_give_their_values_and_an_uncomputed_one_is_listed()
    {
        var book = new HandMadeWorkbook().Sheet("Лист", Row([.. HeaderCells, "Телефон"])
            + "<row><c t=\"str\"><f>\"Оль\"&amp;\"хова\"</f><v>Ольхова</v></c>" + Inline("Вера") + Inline("01.05.2007") + Inline("09.02.07")
            + "<c><f>2000+27</f><v>2027</v></c><c><f>A1</f></c></row>"
            + "<row>" + Inline("Липова") + Inline("Анна") + Inline("01.05.2007") + Inline("09.02.07") + Inline("2027") + "<c><f>A1</f><v></v></c></row>"
            + "<row>" + Inline("Кедров") + Inline("Олег") + Inline("01.05.2007") + Inline("09.02.07") + Inline("2027") + "<c t=\"str\"><f>\"\"</f><v></v></c></row>"
            + "<row>" + Inline("Ясенев") + Inline("Пётр") + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>" + Inline("09.02.07") + Inline("2027") + "</row>");

        var read = File(book.ToStream());

        read.Rows[0].Row!.LastName.ShouldBe("Ольхова");
        read.Rows[0].Row!.GraduationYear.ShouldBe(2027);
        read.Rows[0].Row!.Phone.IsBlank.ShouldBeTrue();
        read.Rows[3].Rejected.ShouldBeTrue();
        read.Errors.Select(error => (error.Row, error.Column, error.Code, error.Rejects)).ShouldBe(
            [(2, "Телефон", "formula-error", false), (3, "Телефон", "formula-error", false), (5, "Дата рождения", "formula-error", true)],
            "an empty text is a value, an empty number is none");
    }

    [Fact]
    public void Empty_trailing_rows_and_totals_are_not_read()
    {
        var read = Csv(Header, Good, ";;;;;;", " ;\u00A0;;;;;", "Итого:;1;;;;;", ";Всего студентов 1;;;;;", "К-2;Всеволодова;Анна;;01.05.2007;09.02.07;2027");

        read.Parser.Read.ShouldBe(2);
        read.Rows.Select(row => (row.Number, row.Rejected)).ShouldBe([(2, false), (7, false)]);
    }

    [Fact]
    public void A_person_with_a_word_of_totals_in_another_column_stays_a_person() =>
        One(("Группа", "Всего-21"), ("Отчество", "Ильинична")).Row.Group.Value.ShouldBe("Всего-21");

    [Fact]
    public void Two_people_of_one_name_are_two_rows_and_one_identifier_twice_is_one()
    {
        var read = Csv(Header, Good, "К-2;Ольхова;Вера;Ильинична;01.05.2007;09.02.07;2027", Good.Replace("Вера", "Анна"), Good.Replace("01.05.2007", "когда-то"));

        read.Rows.Select(row => row.Rejected).ShouldBe([false, false, true, true]);
        read.Rows[2].Errors.Single().ShouldSatisfyAllConditions(
            error => error.Code.ShouldBe("duplicate-in-file"),
            error => error.Message.ShouldContain("строке 2"),
            error => error.Rejects.ShouldBeTrue());
        read.Rows[2].Identity.ExternalId.ShouldBe("К-1");
        read.Rows[3].Errors.Select(error => error.Code).ShouldBe(["duplicate-in-file", "bad-date"]);
    }

    [Fact]
    public void The_user_may_say_on_which_sheet_and_in_which_row_the_header_stands()
    {
        var row = Row("Ольхова", "Вера", "01.05.2007", "09.02.07", "2027");
        MemoryStream Book() => new HandMadeWorkbook()
            .Sheet("Студенты", Row(HeaderCells) + row)
            .Sheet("Второй курс", Row("Список второго курса") + Row(HeaderCells) + row + row)
            .ToStream();
        RegisterReadingOptions At(string? sheet, int? place) => RegisterText.Options with { HeaderAt = new HeaderPlace(sheet, place) };

        RegisterText.File(Book(), At(" второй КУРС ", null)).Rows.Count.ShouldBe(2);
        RegisterText.File(Book(), At("Второй курс", 2)).Rows.Count.ShouldBe(2);
        Should.Throw<SpreadsheetProblem>(() => RegisterText.File(Book(), At("Второй курс", 1))).Code.ShouldBe("missing-column", "the row is taken at its word");
        Should.Throw<SpreadsheetProblem>(() => RegisterText.File(Book(), At("Третий курс", null))).Message.ShouldContain("Есть: «Студенты», «Второй курс»");
        Should.Throw<SpreadsheetProblem>(() => RegisterText.File(Book(), At(null, 900))).Code.ShouldBe("no-such-place");
    }

    [Fact]
    public void The_first_visible_sheet_with_a_whole_header_is_read()
    {
        var row = Row("Ольхова", "Вера", "01.05.2007", "09.02.07", "2027");
        var book = new HandMadeWorkbook()
            .Sheet("Скрытый", Row(HeaderCells) + row + row, state: "hidden")
            .Sheet("Справочник", Row("Код", "Специальность") + Row("09.02.07", "Информационные системы"))
            .Sheet("Студенты", Row(HeaderCells) + row)
            .Sheet("Архив", Row(HeaderCells) + row + row + row);

        var read = File(book.ToStream());

        read.Parser.Read.ShouldBe(1);
        read.Notice("other-sheets")!.Message.ShouldBe("Загружен лист «Студенты». Другие листы не читаем: «Скрытый», «Справочник», «Архив».");
    }

    [Fact]
    public void A_missing_required_column_is_named_and_nothing_is_read()
    {
        var problem = Should.Throw<SpreadsheetProblem>(() => Csv("Имя;Отчество;Дата рождения;Код", "Вера;;01.05.2007;09.02.07"));

        problem.Code.ShouldBe("missing-column");
        problem.Message.ShouldStartWith("Не нашли столбцы: «Фамилия», «Год выпуска»");
    }

    [Fact]
    public void A_file_without_any_header_is_refused() =>
        Should.Throw<SpreadsheetProblem>(() => Csv("1;2;3", "4;5;6")).Code.ShouldBe("no-header");

    [Fact]
    public void A_header_alone_is_a_register_of_nobody()
    {
        var read = Csv(Header);

        read.Rows.ShouldBeEmpty();
        read.Notices.Single().Code.ShouldBe("no-rows");
    }

    [Fact]
    public void The_header_printed_again_and_the_line_of_column_numbers_are_no_people()
    {
        var read = Csv(Header, "1;2;3;4;5;6;7", Good, Header, Good.Replace("К-1", "К-2"));

        read.Parser.Read.ShouldBe(2);
        read.Notice("repeated-header")!.Message.ShouldContain("4");
    }

    [Fact]
    public void Windows_1251_with_a_title_above_and_quoted_line_breaks()
    {
        var text = "Список студентов;;;;;;\r\n\r\n" + Header + "\r\nК-1;\"Ольхова\r\n\";Вера;;1 мая 2007 г.;09.02.07;2027\r\nК-2;Ясенев;Пётр;;плохо;09.02.07;2027\r\n";

        var read = File(new MemoryStream(LegacyEncodings.Windows1251.GetBytes(text)));

        read.Rows.Select(row => row.Number).ShouldBe([4, 6]);
        read.Rows[0].Row!.LastName.ShouldBe("Ольхова");
        read.Errors.Single().Row.ShouldBe(6);
    }

    [Fact]
    public void Columns_in_any_order_with_headers_of_every_kind()
    {
        var read = Csv("ВЫПУСК;Эл. почта;Специальность;ДР;Обучающийся;№ зачётной книжки;Моб. телефон;Учебная группа",
            "2027;A@EXAMPLE.RU;09.02.07 Информационные системы;2007-05-01;Ольхова Вера;00123;'+79001234567;ИС-21");

        read.Row.ShouldSatisfyAllConditions(
            row => row.ExternalId.Value.ShouldBe("00123"),
            row => row.ProgrammeCode.ShouldBe("09.02.07"),
            row => row.ProgrammeName.ShouldBe("Информационные системы"),
            row => row.Phone.Value.ShouldBe("+79001234567"),
            row => row.Email.Value.ShouldBe("a@example.ru"),
            row => row.Group.Value.ShouldBe("ИС-21"));
        read.Repairs.ShouldBeEmpty();
        read.Notices.ShouldBeEmpty();
    }
}
