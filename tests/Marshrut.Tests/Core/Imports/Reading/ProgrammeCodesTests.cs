using CsCheck;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Spreadsheets;
using static Marshrut.Tests.Core.Imports.Reading.RegisterText;

namespace Marshrut.Tests.Core.Imports.Reading;

public class ProgrammeCodesTests
{
    [Theory]
    [InlineData("Информационные системы (09.02.07)", "09.02.07", "Информационные системы")]
    [InlineData("09.02.07 — Информационные системы и программирование", "09.02.07", "Информационные системы и программирование")]
    [InlineData("09.02.07_Разработчик", "09.02.07", "Разработчик")]
    [InlineData("09.02.07.01", "09.02.07", null)]
    public void A_code_is_found_among_other_words(string text, string code, string? name)
    {
        var found = ProgrammeCodes.Find(RawCell.OfText(text), text, from1904: false);

        (found.Code, found.Name, found.Repair).ShouldBe((code, name, ImportRepairCodes.CodeTail));
    }

    [Theory]
    [InlineData("109.02.07")]
    [InlineData("09.02.071")]
    [InlineData("09.02")]
    [InlineData("090207")]
    [InlineData("09.02.О7")]
    public void What_is_no_code_is_not_guessed(string text) => ProgrammeCodes.Find(RawCell.OfText(text), text, from1904: false).Code.ShouldBeNull();

    [Theory]
    [InlineData(39_122, "09.02.07")]
    [InlineData(40_201, "23.01.10")]
    [InlineData(90_207, null)]
    [InlineData(20_301, null)]
    [InlineData(2027, null)]
    [InlineData(39_122.5, null)]
    public void A_plain_number_is_a_code_only_if_it_is_a_day_that_looks_like_one(double number, string? code) =>
        ProgrammeCodes.Find(RawCell.OfNumber(number), "", from1904: false).Code.ShouldBe(code);

    [Fact]
    public void Every_code_that_excel_takes_for_a_day_is_read_back() =>
        Gen.Select(Gen.Int[1, 28], Gen.Int[1, 12], Gen.Int[0, 29]).Sample((group, level, number) =>
        {
            var day = new DateTime(2000 + number, level, group);
            return ProgrammeCodes.Find(RawCell.OfDate((day - new DateTime(1899, 12, 30)).TotalDays), "", from1904: false)
                == new FoundProgramme($"{group:00}.{level:00}.{number:00}", null, ImportRepairCodes.CodeWasDate);
        });

    [Fact]
    public void A_programme_given_by_name_is_looked_up_and_an_unknown_name_rejects_the_row()
    {
        var options = Options with { ProgrammesByName = name => name == "Информационные системы" ? ["09.02.07"] : [] };
        string[] rows = ["Фамилия;Имя;Дата рождения;Специальность;Год выпуска", "Ольхова;Вера;01.05.2007;Информационные системы;2027", "Ясенев;Пётр;01.05.2007;Алхимия;2027"];

        var read = Csv(options, rows);

        read.Rows[0].Row!.ProgrammeCode.ShouldBe("09.02.07");
        read.Rows[1].Errors.Single().ShouldSatisfyAllConditions(error => error.Code.ShouldBe("unknown-programme"), error => error.Rejects.ShouldBeTrue());
        Csv(rows).Rows.Select(row => (row.Row!.ProgrammeCode, row.Row.ProgrammeName)).ShouldBe([(null, "Информационные системы"), (null, "Алхимия")]);
    }

    [Fact]
    public void The_column_of_codes_goes_before_the_column_of_names()
    {
        var read = Csv("ФИО;Дата рождения;Специальность;Код специальности;Выпуск", "Ольхова Вера;01.05.2007;Алхимия;09.02.07;2027", "Ясенев Пётр;01.05.2007;15.02.16 Технология;;2027");

        read.Rows.Select(row => (row.Row!.ProgrammeCode, row.Row.ProgrammeName)).ShouldBe([("09.02.07", "Алхимия"), ("15.02.16", "Технология")]);
        read.Repairs.ShouldBeEmpty();
    }

    [Fact]
    public void Codes_outside_the_directory_come_in_with_a_notice() =>
        One(Options with { IsProgrammeKnown = code => code != "09.02.07" }).ShouldSatisfyAllConditions(
            read => read.Row.ProgrammeCode.ShouldBe("09.02.07"),
            read => read.Notice("unknown-programmes")!.Message.ShouldContain("09.02.07"));

    [Fact]
    public void A_school_has_no_programmes() =>
        Csv(Options with { ProgrammeRequired = false }, "ФИО;Дата рождения;Год выпуска", "Ольхова Вера;01.05.2010;2027").Row.ProgrammeCode.ShouldBeNull();
}
