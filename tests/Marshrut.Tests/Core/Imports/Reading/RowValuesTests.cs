using Marshrut.Core.Imports.Reading;
using Marshrut.Rules.Risk;
using static Marshrut.Tests.Core.Imports.Reading.RegisterText;

namespace Marshrut.Tests.Core.Imports.Reading;

public class RowValuesTests
{
    [Fact]
    public void A_blank_cell_asks_for_nothing_and_an_unknown_one_erases()
    {
        var row = One(("Телефон", ""), ("Отчество", "Неизвестно."), ("Группа", "н/д"), ("Курс", "?"), ("Сирота", "неизвестно"), ("Статус", " НЕИЗВЕСТНО ")).Row;

        row.Phone.ShouldBe(FieldValue<string>.Blank);
        row.MiddleName.ShouldBe(FieldValue<string>.Erased);
        row.Group.ShouldBe(FieldValue<string>.Erased);
        row.Course.ShouldBe(FieldValue<int>.Erased);
        row.Status.ShouldBe(FieldValue<EnrolmentStatus>.Erased);
        row.Facts.ShouldBe([new ImportedFact(FactCode.Orphan, FactValue.Unknown)]);
        FieldValue<string>.Blank.Over("старое").ShouldBe("старое");
        FieldValue<string>.Erased.Over("старое").ShouldBeNull();
        FieldValue<int>.Of(3).Over(2).ShouldBe(3);
        FieldValue<int>.Blank.Over(2).ShouldBe(2);
    }

    [Theory]
    [InlineData("Фамилия")]
    [InlineData("Имя")]
    [InlineData("Дата рождения")]
    [InlineData("Код направления")]
    [InlineData("Год выпуска")]
    public void A_required_cell_that_is_empty_or_unknown_rejects_the_row(string header)
    {
        foreach (var cell in new[] { "", "неизвестно" })
        {
            var read = One((header, cell));
            read.Rows.Single().Rejected.ShouldBeTrue();
            read.Errors.Single().ShouldSatisfyAllConditions(
                error => error.Code.ShouldBe("required"),
                error => error.Column.ShouldBe(header),
                error => error.Message.ShouldContain(header));
        }
    }

    [Theory]
    [InlineData("Дата рождения", "01.05.07", "bad-date")]
    [InlineData("Дата рождения", "2007", "bad-date")]
    [InlineData("Дата рождения", "24.11.2013", "bad-age")]
    [InlineData("Дата рождения", "22.11.1955", "bad-age")]
    [InlineData("Дата рождения", "01.01.2027", "bad-age")]
    [InlineData("Код направления", "230115", "bad-code")]
    [InlineData("Код направления", "Программист", "bad-code")]
    [InlineData("Год выпуска", "2026/2027", "bad-year")]
    [InlineData("Год выпуска", "1989", "bad-year")]
    [InlineData("Год выпуска", "2051", "bad-year")]
    [InlineData("Год выпуска", "27", "bad-year")]
    [InlineData("Имя", "В.", "initials")]
    [InlineData("Имя", "В. И.", "initials")]
    [InlineData("Имя", "12", "bad-name")]
    [InlineData("Фамилия", "О.", "initials")]
    public void A_required_cell_that_cannot_be_read_rejects_the_row(string header, string cell, string code)
    {
        var read = One((header, cell));

        read.Rows.Single().Rejected.ShouldBeTrue();
        read.Errors.Single().ShouldSatisfyAllConditions(
            error => error.Code.ShouldBe(code),
            error => error.Column.ShouldBe(header),
            error => error.Value.ShouldBe(cell),
            error => error.Row.ShouldBe(2),
            error => error.Rejects.ShouldBeTrue());
    }

    [Theory]
    [InlineData("23.11.2013")]
    [InlineData("23.11.1956")]
    [InlineData("24.11.1955")]
    public void Ages_from_13_to_70_on_the_day_of_import_come_in(string birthDate) => One(("Дата рождения", birthDate)).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("СНИЛС", "112-233-445 96", "bad-snils")]
    [InlineData("Телефон", "12345", "bad-phone")]
    [InlineData("Телефон", "-", "bad-phone")]
    [InlineData("Электронная почта", "вера@почта", "bad-email")]
    [InlineData("Пол", "да", "bad-sex")]
    [InlineData("Уровень образования", "начальный", "unknown-level")]
    [InlineData("Форма обучения", "дистанционная", "bad-study-form")]
    [InlineData("Основа обучения", "грант", "bad-funding")]
    [InlineData("Курс", "7", "bad-course")]
    [InlineData("Курс", "0", "bad-course")]
    [InlineData("Курс", "2-3", "bad-course")]
    [InlineData("Статус", "в армии", "bad-status")]
    [InlineData("Отчество", "И.", "initials")]
    [InlineData("Согласие на передачу в ЦЗН", "да", "bad-date")]
    [InlineData("Сирота", "возможно", "bad-yes-no")]
    [InlineData("Сирота", "—", "bad-yes-no")]
    [InlineData("Сирота", "не работает", "bad-yes-no")]
    public void Any_other_bad_cell_is_left_empty_and_listed(string header, string cell, string code)
    {
        var read = One((header, cell));

        read.Row.ShouldBe(One().Row with { Facts = read.Row.Facts });
        read.Row.Facts.ShouldBeEmpty();
        read.Errors.Single().ShouldSatisfyAllConditions(error => error.Code.ShouldBe(code), error => error.Column.ShouldBe(header), error => error.Rejects.ShouldBeFalse());
    }

    [Theory]
    [InlineData("да")]
    [InlineData(" Да. ")]
    [InlineData("есть")]
    [InlineData("+")]
    [InlineData("'+")]
    [InlineData("1")]
    [InlineData("TRUE")]
    [InlineData("x")]
    [InlineData("Х")]
    [InlineData("v")]
    [InlineData("✓")]
    public void Every_word_for_yes(string cell) => One(("Сирота", cell)).ShouldSatisfyAllConditions(
        read => read.Row.Facts.ShouldBe([new ImportedFact(FactCode.Orphan, FactValue.Yes)]),
        read => read.Repairs.ShouldBeEmpty());

    [Theory]
    [InlineData("нет")]
    [InlineData("НЕТ.")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("0")]
    [InlineData("false")]
    public void Every_word_for_no(string cell) => One(("Сирота", cell)).Row.Facts.ShouldBe([new ImportedFact(FactCode.Orphan, FactValue.No)]);

    [Fact]
    public void The_fact_of_work_in_the_field_knows_a_third_answer() =>
        One(("Работает по направлению подготовки", "Не работает")).Row.Facts.ShouldBe([new ImportedFact(FactCode.WorksInField, FactValue.NotWorking)]);

    [Fact]
    public void Every_fact_of_the_methodology_has_its_column()
    {
        var headers = Characteristics.Federal.Where(characteristic => characteristic.ImportHeader is not null).Select(characteristic => characteristic.ImportHeader!).ToList();
        var read = One(
            Options with { StoreRestricted = true },
            [.. headers.Select(header => (header, "нет")), ("Согласие на данные о здоровье", "01.09.2026")]);

        headers.Count.ShouldBe(13);
        read.Row.Facts.Select(fact => (int)fact.Code).ShouldBe(Enumerable.Range(2, 13));
        read.Notices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("м", Sex.Male)]
    [InlineData("M", Sex.Male)]
    [InlineData("Жен.", Sex.Female)]
    [InlineData("женский", Sex.Female)]
    public void The_sex_in_short_and_in_full(string cell, Sex sex) => One(("Пол", cell)).Row.Sex.Value.ShouldBe(sex);

    [Theory]
    [InlineData("СПО рабочие", EducationLevel.SkilledWorker)]
    [InlineData("СПО (специалисты)", EducationLevel.MidLevelSpecialist)]
    [InlineData("СПО", EducationLevel.MidLevelSpecialist)]
    [InlineData("Бакалавриат", EducationLevel.Bachelor)]
    [InlineData("специалитет", EducationLevel.Specialist)]
    [InlineData("Магистратура", EducationLevel.Master)]
    [InlineData("аспирантура", EducationLevel.Postgraduate)]
    [InlineData("школа", EducationLevel.School)]
    public void Every_level_of_education(string cell, EducationLevel level) => One(("Уровень образования", cell)).Row.Level.Value.ShouldBe(level);

    [Fact]
    public void Forms_funding_and_states_in_their_usual_words()
    {
        One(("Форма обучения", "Очно - заочная"), ("Основа обучения", "внебюджет"), ("Статус", "академ. отпуск")).Row.ShouldSatisfyAllConditions(
            row => row.StudyForm.Value.ShouldBe(StudyForm.PartTime),
            row => row.Funding.Value.ShouldBe(Funding.Contract),
            row => row.Status.Value.ShouldBe(EnrolmentStatus.AcademicLeave));
        One(("Форма обучения", "заочно"), ("Основа обучения", "Целевое"), ("Статус", "Выпускник")).Row.ShouldSatisfyAllConditions(
            row => row.StudyForm.Value.ShouldBe(StudyForm.Correspondence),
            row => row.Funding.Value.ShouldBe(Funding.Target),
            row => row.Status.Value.ShouldBe(EnrolmentStatus.Graduate));
    }

    [Fact]
    public void Several_phones_give_the_first_valid_one_and_a_notice()
    {
        var read = One(("Телефон", "12, 8 900 123-45-67; 8 901 765-43-21"));

        read.Row.Phone.Value.ShouldBe("+79001234567");
        read.Errors.ShouldBeEmpty();
        read.Notice("other-phones")!.Message.ShouldContain("строка 2: 12, 8 901 765-43-21");
    }

    [Fact]
    public void A_patronymic_that_a_person_does_not_have_is_no_fault()
    {
        One(("Отчество", "-")).ShouldSatisfyAllConditions(read => read.Row.MiddleName.IsBlank.ShouldBeTrue(), read => read.Errors.ShouldBeEmpty());
        One(("Отчество", "нет")).Row.MiddleName.IsBlank.ShouldBeTrue();
    }

    [Fact]
    public void A_korean_surname_of_one_letter_is_a_surname() => One(("Фамилия", "О")).Row.LastName.ShouldBe("О");

    [Fact]
    public void A_row_without_a_patronymic_in_one_cell_is_rejected_only_for_initials()
    {
        Csv("ФИО;Дата рождения;Код;Выпуск", "Петров П.П.;01.05.2007;09.02.07;2027").Errors.Single().Code.ShouldBe("initials");
        Csv("ФИО;Дата рождения;Код;Выпуск", "Петров;01.05.2007;09.02.07;2027").Errors.Single().ShouldSatisfyAllConditions(
            error => error.Code.ShouldBe("required"), error => error.Message.ShouldContain("«Имя»"));
    }

    [Fact]
    public void Districts_are_found_in_the_directory_of_the_region_by_any_usual_name()
    {
        var options = Options with { Districts = ["Заречный район", "город Берёзов"] };

        One(options, ("Район проживания", "заречный р-н"), ("Район после выпуска", "г.Березов")).Row.ShouldSatisfyAllConditions(
            row => row.District.Value.ShouldBe("Заречный район"),
            row => row.DistrictAfter.Value.ShouldBe("город Берёзов"));
        One(options, ("Район", "Лесной")).Errors.Single().Code.ShouldBe("unknown-district");
        One(("Район", "Лесной")).Row.District.Value.ShouldBe("Лесной");
    }

    [Fact]
    public void Consents_are_the_days_of_their_documents()
    {
        var row = One(("Согласие на передачу в ЦЗН", "01.09.2026"), ("Согласие на определение риска", "2026-09-02")).Row;

        row.ConsentTransfer.Value.ShouldBe(new DateOnly(2026, 9, 1));
        row.ConsentRisk.Value.ShouldBe(new DateOnly(2026, 9, 2));
        row.ConsentHealth.IsBlank.ShouldBeTrue();
    }
}
