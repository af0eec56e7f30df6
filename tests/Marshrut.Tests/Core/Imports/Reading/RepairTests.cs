using static Marshrut.Tests.Core.Imports.Reading.RegisterText;

namespace Marshrut.Tests.Core.Imports.Reading;

public class RepairTests
{
    [Theory]
    [InlineData("Фамилия", "Oльхова", "Ольхова", "latin-letters")]
    [InlineData("Фамилия", "Ольхова\u00A0", "Ольхова", "spaces")]
    [InlineData("Имя", "Анна  Мария", "Анна Мария", "spaces")]
    [InlineData("Фамилия", "Петрова - Водкина", "Петрова-Водкина", "spaces")]
    [InlineData("Группа", "ИC-21", "ИС-21", "latin-letters")]
    [InlineData("Статус", "oбучается", "обучается", "latin-letters")]
    [InlineData("Сирота", "дa", "да", "latin-letters")]
    [InlineData("Код направления", "09.02.2007", "09.02.07", "code-was-date")]
    [InlineData("Код направления", "2007-02-09 00:00:00", "09.02.07", "code-was-date")]
    [InlineData("Код направления", "09.02.07 ", "09.02.07", "code-tail")]
    [InlineData("Код направления", "09.02.07Информационные системы", "09.02.07", "code-tail")]
    [InlineData("Код направления", "09.02.07 (ИСиП)", "09.02.07", "code-tail")]
    [InlineData("Код направления", "9.2.07", "09.02.07", "code-format")]
    [InlineData("Год выпуска", "30.06.2027", "2027", "year-from-date")]
    [InlineData("Курс", "2 курс", "2", "course-text")]
    [InlineData("Курс", "II", "2", "course-text")]
    [InlineData("Курс", "3-й", "3", "course-text")]
    public void A_mended_cell_is_taken_and_listed(string header, string cell, string newValue, string code)
    {
        var read = One((header, cell));

        read.Errors.ShouldBeEmpty();
        read.Rows.Single().Rejected.ShouldBeFalse();
        read.Parser.Repaired.ShouldBe(1);
        read.Repairs.Single().ShouldSatisfyAllConditions(
            repair => repair.Row.ShouldBe(2),
            repair => repair.Column.ShouldBe(header),
            repair => repair.Value.ShouldBe(cell),
            repair => repair.NewValue.ShouldBe(newValue),
            repair => repair.Code.ShouldBe(code));
    }

    [Theory]
    [InlineData("Фамилия", "Smith")]
    [InlineData("Фамилия", " Ольхова ")]
    [InlineData("СНИЛС", "112\u00A0233\u00A0445  95")]
    [InlineData("Телефон", "8\u00A0(900)  123-45-67")]
    [InlineData("Дата рождения", "1 мая 2007 г.")]
    [InlineData("Год выпуска", "2027 г.")]
    [InlineData("Год выпуска", "2027 год")]
    [InlineData("Год выпуска", "2027.0")]
    [InlineData("Курс", "2.0")]
    [InlineData("Курс", "2")]
    [InlineData("Код направления", "09.02.07")]
    [InlineData("Сирота", " ДА. ")]
    [InlineData("Форма обучения", "Очная")]
    public void Plain_formatting_is_no_repair(string header, string cell)
    {
        var read = One((header, cell));

        read.Errors.ShouldBeEmpty();
        read.Repairs.ShouldBeEmpty();
        read.Parser.Repaired.ShouldBe(0);
    }

    [Fact]
    public void A_row_with_two_mended_cells_is_one_repaired_row()
    {
        var read = One(("Фамилия", "Oльхова"), ("Имя", "Bера"));

        read.Parser.Repaired.ShouldBe(1);
        read.Repairs.Count().ShouldBe(2);
        read.Row.FirstName.ShouldBe("Вера");
    }
}
