using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Tests.Core.Platform.Tables;

public class HeaderRecognitionTests
{
    private static readonly TableColumn Name = new("name", "Фамилия");
    private static readonly TableColumn Phone = new("phone", "Телефон", "Моб. телефон", "Тел.");
    private static readonly TableColumn Year = new("year", "Год выпуска", "Выпуск");
    private static readonly TableColumns<TableColumn> Columns = new(Name, Phone, Year);

    [Theory]
    [InlineData("ФАМИЛИЯ")]
    [InlineData(" Фамилия * ")]
    [InlineData("Фамилия\nстудента")]
    [InlineData("Фамилия (как в паспорте)")]
    [InlineData("Фaмилия")]
    public void Case_spaces_brackets_and_look_alikes_do_not_matter(string header) => Columns.Match(header)?.Column.ShouldBe(Name);

    [Theory]
    [InlineData("Фамилия матери")]
    [InlineData("Группа")]
    [InlineData("")]
    public void Another_header_is_another_column(string header) => Columns.Match(header).ShouldBeNull();

    [Fact]
    public void The_best_row_of_the_first_twenty_is_the_header()
    {
        RawRow[] rows = [Row(1, "Выпуск", "2027"), Row(3, "Фамилия", "Тел."), Row(4, "Фамилия", "Телефон", "Выпуск"), Row(5, "Фамилия", "Телефон", "Выпуск")];

        HeaderRecognition.FindRow(rows, Columns, ColumnMapping.Empty)?.Number.ShouldBe(4);
        HeaderRecognition.FindRow([Row(21, "Фамилия", "Телефон")], Columns, ColumnMapping.Empty).ShouldBeNull();
        HeaderRecognition.FindRow([Row(20, "Фамилия", "Телефон")], Columns, ColumnMapping.Empty)?.Number.ShouldBe(20);
        HeaderRecognition.FindRow([Row(1, "Телефон", "8 900")], Columns, ColumnMapping.Empty).ShouldBeNull();
    }

    [Fact]
    public void Of_two_columns_with_one_meaning_the_surest_is_read()
    {
        var header = Read(Row(1, "Тел.", "Моб. телефон", "Телефон", "Телефон"));

        header.Of(Phone)!.Index.ShouldBe(2);
        header.Columns.Select(column => column.DuplicateOf?.Key).ShouldBe(["phone", "phone", null, "phone"]);
        header.Columns.Select(column => column.MappingKey).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void The_users_mapping_goes_before_recognition_and_survives_its_json()
    {
        var row = Row(1, "Телефон", "Контакт", "", "Выпуск");
        var keys = Read(row).Columns.Select(column => column.MappingKey).ToList();
        var mapping = ColumnMapping.FromJson(new ColumnMapping(new Dictionary<string, string>
        {
            [keys[0]] = ColumnMapping.DoNotLoad,
            [keys[1]] = "phone",
            [keys[2]] = "name",
            [keys[3]] = "key of another version",
        }).ToJson());

        var header = HeaderRecognition.Read(row, Columns, mapping);

        header.Columns.Select(column => column.Field?.Key).ShouldBe([null, "phone", "name", "year"]);
        header.Columns[2].Header.ShouldBe("Столбец C");
    }

    [Fact]
    public void Two_columns_may_not_share_a_header() =>
        Should.Throw<ArgumentException>(() => new TableColumns<TableColumn>(new TableColumn("a", "Д.р."), new TableColumn("b", "ДР")));

    private static RecognisedHeader<TableColumn> Read(RawRow row) => HeaderRecognition.Read(row, Columns, ColumnMapping.Empty);

    private static RawRow Row(int number, params string[] cells) => new(number, false, [.. cells.Select(RawCell.OfText)]);
}
