using System.Text;
using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Risk;
using static Marshrut.Tests.Core.Imports.Reading.RegisterText;

namespace Marshrut.Tests.Core.Imports.Reading;

public class SensitiveColumnsTests
{
    private const string Offence = "Ранее совершал правонарушения";
    private const string OrphanAtRisk = "Сирота с риском неформальной занятости";

    [Fact]
    public void Offences_are_recognised_not_stored_and_named_once()
    {
        var read = One((Offence, "да"), (OrphanAtRisk, "чепуха"), ("Сирота", "да"));

        read.Row.Facts.ShouldBe([new ImportedFact(FactCode.Orphan, FactValue.Yes)]);
        read.Errors.ShouldBeEmpty();
        read.Notices.Single().Code.ShouldBe("restricted-columns");
        read.Notices.Single().Message.ShouldContain(Offence);
        read.Notices.Single().Message.ShouldContain(OrphanAtRisk);
    }

    [Fact]
    public void An_employment_centre_stores_them()
    {
        var read = One(Options with { StoreRestricted = true }, (Offence, "да"), (OrphanAtRisk, "нет"));

        read.Row.Facts.ShouldBe([new ImportedFact(FactCode.PriorOffence, FactValue.Yes), new ImportedFact(FactCode.OrphanInformalOrOffence, FactValue.No)]);
        read.Notices.ShouldBeEmpty();
        read.Parser.SensitiveColumns.Count.ShouldBe(2);
    }

    [Fact]
    public void Raw_rows_lose_the_cells_of_offences_before_anybody_sees_them_whatever_the_mapping_says()
    {
        var key = HeaderKey.Of(Offence);
        foreach (var field in new[] { "group", ColumnMapping.DoNotLoad })
        {
            var options = Options with { Mapping = new ColumnMapping(new Dictionary<string, string> { [key] = field }) };
            using var file = RegisterFile.Open(Register(Offence), options);

            file.Rows().Single().Cells.ShouldAllBe(cell => cell.Shown() != "тайна");
        }
    }

    [Fact]
    public void A_column_that_the_user_calls_offences_is_not_stored_either()
    {
        var options = Options with { Mapping = new ColumnMapping(new Dictionary<string, string> { [HeaderKey.Of("Особое")] = "prior-offence" }) };
        using var file = RegisterFile.Open(Register("Особое"), options);
        var parser = file.CreateParser();

        file.Rows().Single().Cells.ShouldAllBe(cell => cell.Shown() != "тайна");
        parser.Parse(file.Rows()).Single().Row!.Facts.ShouldBeEmpty();
        parser.Notices().Single().Code.ShouldBe("restricted-columns");
    }

    [Fact]
    public void Health_without_a_consent_is_not_stored_a_yes_is_listed_and_the_noes_are_counted()
    {
        var read = Csv("ФИО;Дата рождения;Код;Выпуск;Инвалидность или ОВЗ;Рекомендации по условиям труда;Согласие на данные о здоровье",
            "Ольхова Вера;01.05.2007;09.02.07;2027;да;без ночных смен;",
            "Ясенев Пётр;01.05.2007;09.02.07;2027;нет;;",
            "Клёнова Анна;01.05.2007;09.02.07;2027;нет;нет;",
            "Дубов Илья;01.05.2007;09.02.07;2027;да;без ночных смен;01.09.2026",
            "Сосна Инна;01.05.2007;09.02.07;2027;неизвестно;неизвестно;");

        read.Rows.Select(row => row.Row!.Facts.Count).ShouldBe([0, 0, 0, 1, 1]);
        read.Rows.Select(row => row.Row!.WorkLimits.State).ShouldBe([FieldState.Blank, FieldState.Blank, FieldState.Blank, FieldState.Given, FieldState.Erased]);
        read.Rows[4].Row!.Facts.Single().Value.ShouldBe(FactValue.Unknown);
        read.Errors.Select(error => (error.Row, error.Column, error.Code, error.IsSensitive, error.Rejects)).ShouldBe(
        [
            (2, "Рекомендации по условиям труда", "no-health-consent", true, false),
            (2, "Инвалидность или ОВЗ", "no-health-consent", true, false),
        ], ignoreOrder: true);
        read.Notices.Single().ShouldBe(ImportMessages.HealthWithoutConsentNotice(2));
        read.Parser.SensitiveColumns.ShouldBe([4, 5]);
    }

    [Fact]
    public void A_bad_cell_of_health_is_marked_as_sensitive() =>
        One(("Инвалидность", "2 группа")).Errors.Single().ShouldSatisfyAllConditions(error => error.Code.ShouldBe("bad-yes-no"), error => error.IsSensitive.ShouldBeTrue());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_error_workbook_shows_neither_value_nor_kind_of_a_special_fact(bool storeRestricted)
    {
        var options = Options with { StoreRestricted = storeRestricted };
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(
            $"Фамилия;Имя;Дата рождения;Код направления;Год выпуска;Инвалидность или ОВЗ;Рекомендации по условиям труда;{Offence};Сирота\n"
            + "Ольхова;Вера;01.05.2007;09.02.07;2027;тайна;тайна;тайна;может"));
        using var file = RegisterFile.Open(text, options);
        var register = StagedRegister.Of(file.Sheet, file.Rows(), TestContext.Current.CancellationToken);
        IReadOnlyList<CellError> errors = [.. new RegisterParser(file.Sheet, options).Parse(register.Rows()).SelectMany(row => row.Errors)];
        var report = new ImportReport(1, 1, 0, 0, 0, 0, 0, errors, [], [], [], 0, new Dictionary<int, string>(), []);
        using var output = new MemoryStream();

        RegisterErrorFile.Write(output, register, options, report, TestContext.Current.CancellationToken);

        using var book = SpreadsheetReader.Open(output);
        book.Rows(book.Sheets[0]).Last().Cells.Select(cell => cell.Shown()).ShouldBe(
        [
            "Ольхова", "Вера", "01.05.2007", "09.02.07", "2027", "", "", "", "может",
            $"{TableMessages.WithheldReason}\nСирота: {ImportMessages.BadYesNo}",
        ]);
    }

    private static MemoryStream Register(string header) => new(Encoding.UTF8.GetBytes(
        $"Фамилия;Имя;Дата рождения;Код направления;Год выпуска;{header}\nОльхова;Вера;01.05.2007;09.02.07;2027;тайна"));
}
