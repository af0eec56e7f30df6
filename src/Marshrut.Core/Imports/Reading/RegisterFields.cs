using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Risk;
using static Marshrut.Core.Imports.Reading.RegisterFieldKind;

namespace Marshrut.Core.Imports.Reading;

/// <summary>Every column of the register: the table of DOMAIN §5 and the import headers of DOMAIN §7, with the synonyms of R13.</summary>
public static class RegisterFields
{
    public static RegisterField ExternalId { get; } = new("externalId", "Идентификатор", Identifier,
        "Табельный №", "Табельный номер", "№ зачётной книжки", "Номер зачётной книжки", "Зачётная книжка", "№ зачётки", "Номер зачётки", "Зачётка",
        "Личное дело", "№ личного дела", "Номер личного дела", "Личный номер", "№ студенческого билета", "Номер студенческого билета",
        "Студенческий билет", "Внешний идентификатор", "Код студента", "Регистрационный номер", "Рег. №", "Рег. номер", "ID", "ИД");

    public static RegisterField LastName { get; } = new("lastName", "Фамилия", Name) { Required = true };

    public static RegisterField FirstName { get; } = new("firstName", "Имя", Name) { Required = true };

    public static RegisterField MiddleName { get; } = new("middleName", "Отчество", Name, "Отчество (при наличии)");

    public static RegisterField FullName { get; } = new("fullName", "ФИО", RegisterFieldKind.FullName,
        "Ф.И.О.", "Фамилия, имя, отчество", "Фамилия, имя и отчество", "Фамилия, имя", "Фамилия И.О.", "Ф.И.О. полностью", "Полное имя",
        "Студент", "Обучающийся", "Учащийся", "Выпускник", "Студенты", "Обучающиеся", "Выпускники");

    public static RegisterField BirthDate { get; } = new("birthDate", "Дата рождения", RegisterFieldKind.BirthDate,
        "Дата рожд.", "Д.р.", "ДР", "День рождения", "Дата рождения, дд.мм.гггг", "Родился")
    { Required = true };

    public static RegisterField Sex { get; } = new("sex", "Пол", RegisterFieldKind.Sex, "Пол м/ж");

    public static RegisterField Snils { get; } = new("snils", "СНИЛС", RegisterFieldKind.Snils, "№ СНИЛС", "Номер СНИЛС", "СНИЛС №", "Страховой номер");

    public static RegisterField Phone { get; } = new("phone", "Телефон", RegisterFieldKind.Phone,
        "Тел.", "Моб. телефон", "Мобильный телефон", "Моб. тел.", "Тел. моб.", "Телефон мобильный", "Сотовый телефон", "Сот. телефон", "Сотовый", "Мобильный",
        "Контактный телефон", "Конт. телефон", "Номер телефона", "№ телефона", "Телефоны", "Контактные телефоны", "Телефон для связи");

    public static RegisterField Email { get; } = new("email", "Электронная почта", RegisterFieldKind.Email,
        "E-mail", "Эл. почта", "Адрес электронной почты", "Электронный адрес", "Эл. адрес", "Почта", "Mail", "Имейл");

    public static RegisterField ProgrammeCode { get; } = new("programmeCode", "Код направления", RegisterFieldKind.ProgrammeCode,
        "Код направления подготовки", "Код специальности", "Код профессии", "Код специальности (профессии)", "Код специальности, профессии",
        "Код специальности/направления", "Код программы", "Код образовательной программы", "Код ОП", "Шифр специальности", "Шифр направления",
        "Шифр", "Код")
    { Required = true };

    public static RegisterField Programme { get; } = new("programme", "Специальность", RegisterFieldKind.Programme,
        "Направление подготовки", "Направление", "Профессия", "Специальность/профессия", "Профессия/специальность", "Специальность (профессия)",
        "Специальность, профессия", "Профессия, специальность", "Специальность/направление", "Направление подготовки (специальность)",
        "Направление подготовки, специальность", "Код и наименование специальности", "Код и наименование направления",
        "Код и наименование направления подготовки", "Код, специальность", "Код и специальность", "Код и название специальности",
        "Наименование специальности", "Наименование профессии", "Наименование направления", "Наименование направления подготовки",
        "Название специальности", "Образовательная программа", "Наименование программы", "Программа");

    public static RegisterField Level { get; } = new("level", "Уровень образования", RegisterFieldKind.Level,
        "Уровень подготовки", "Уровень обучения", "Уровень программы", "Уровень", "Ступень образования", "Ступень");

    public static RegisterField StudyForm { get; } = new("studyForm", "Форма обучения", RegisterFieldKind.StudyForm, "Форма");

    public static RegisterField Funding { get; } = new("funding", "Основа обучения", RegisterFieldKind.Funding,
        "Основа", "Финансирование", "Источник финансирования", "Вид финансирования", "Основа финансирования", "Условия обучения", "Бюджет/договор", "Бюджет/внебюджет");

    public static RegisterField Course { get; } = new("course", "Курс", RegisterFieldKind.Course, "Курс обучения", "№ курса", "Номер курса");

    public static RegisterField Group { get; } = new("group", "Группа", Text, "№ группы", "Номер группы", "Учебная группа", "Шифр группы", "Гр.");

    public static RegisterField District { get; } = new("district", "Район проживания", RegisterFieldKind.District,
        "Район", "Район жительства", "Муниципальный район", "Муниципальное образование", "Район регистрации", "Муниципалитет");

    public static RegisterField DistrictAfter { get; } = new("districtAfter", "Район после выпуска", RegisterFieldKind.District,
        "Район после окончания", "Район после обучения", "Район после окончания обучения");

    public static RegisterField WorkLimits { get; } = new("workLimits", "Рекомендации по условиям труда", RegisterFieldKind.WorkLimits,
        "Рекомендации по труду", "Ограничения по труду", "Ограничения по условиям труда", "Рекомендуемые условия труда",
        "Противопоказанные условия труда")
    { Sensitivity = Sensitivity.Special };

    public static RegisterField GraduationYear { get; } = new("graduationYear", "Год выпуска", Year,
        "Год окончания", "Выпуск", "Год окончания обучения", "Год завершения", "Год завершения обучения", "Плановый год выпуска",
        "Планируемый год выпуска", "Дата выпуска", "Дата окончания", "Дата окончания обучения", "Год вып.")
    { Required = true };

    public static RegisterField Status { get; } = new("status", "Статус", RegisterFieldKind.Status,
        "Статус обучения", "Состояние", "Статус обучающегося", "Статус студента");

    public static RegisterField ConsentTransfer { get; } = new("consentTransfer", "Согласие на передачу в ЦЗН", Date,
        "Согласие на передачу данных в ЦЗН", "Согласие на передачу персональных данных в ЦЗН", "Согласие на передачу", "Согласие на передачу данных",
        "Дата согласия на передачу в ЦЗН", "Дата согласия на передачу");

    public static RegisterField ConsentHealth { get; } = new("consentHealth", "Согласие на данные о здоровье", Date,
        "Согласие на обработку данных о здоровье", "Согласие на сведения о здоровье", "Согласие о здоровье", "Согласие (здоровье)",
        "Дата согласия на данные о здоровье");

    public static RegisterField ConsentRisk { get; } = new("consentRisk", "Согласие на определение риска", Date,
        "Согласие на определение риска нетрудоустройства", "Согласие на оценку риска", "Согласие (риск)", "Дата согласия на определение риска");

    /// <summary>All columns; preview pages offer them in this order.</summary>
    public static TableColumns<RegisterField> All { get; } = new(
    [
        ExternalId, LastName, FirstName, MiddleName, FullName, BirthDate, Sex, Snils, Phone, Email, ProgrammeCode, Programme, Level, StudyForm,
        Funding, Course, Group, District, DistrictAfter, WorkLimits, GraduationYear, Status, ConsentTransfer, ConsentHealth, ConsentRisk,
        Fact(FactCode.Disability, "Инвалидность", "ОВЗ", "Инвалид", "Инвалид или ОВЗ", "Инвалидность/ОВЗ", "Инвалидность и ОВЗ", "ОВЗ или инвалидность",
            "ОВЗ/инвалидность", "Инвалидность, ОВЗ"),
        Fact(FactCode.Orphan, "Сирота", "Сирота/без попечения родителей", "Сирота, без попечения родителей", "Сирота или оставшийся без попечения родителей",
            "Без попечения родителей", "Дети-сироты"),
        Fact(FactCode.OrphanInformalOrOffence, "Сирота с риском неформальной занятости"),
        Fact(FactCode.Conscription, "Служба по призыву", "Призыв", "Призван", "Призван на службу", "Срочная служба", "Армия", "Военная служба по призыву"),
        Fact(FactCode.MobilisedOrContract, "Мобилизация, контракт, доброволец", "Мобилизация", "Мобилизован", "Мобилизация или контракт", "Служба по контракту", "СВО",
            "Участник СВО"),
        Fact(FactCode.ParentalLeave, "Отпуск по уходу за ребёнком", "Уход за ребёнком", "Декрет", "Декретный отпуск"),
        Fact(FactCode.FieldExperience, "Опыт по специальности", "Практика или стажировка по специальности", "Практика или стажировка", "Опыт, практика или стажировка",
            "Опыт, практика, стажировка", "Опыт, практика, стажировка по специальности", "Стажировка по специальности", "Практика по специальности"),
        Fact(FactCode.EmployerContact, "Участие в ярмарках", "Ярмарки, дни карьеры, профтуры", "Участие в ярмарках и днях карьеры", "Ярмарки и дни карьеры"),
        Fact(FactCode.JobSearchPreparation, "Резюме", "Есть резюме", "Наличие резюме", "Резюме, занятия по поиску работы", "Занятия по поиску работы"),
        Fact(FactCode.CertainWorkplace, "Определённость с работой", "Определился с местом работы", "Определён с местом работы", "Место работы определено",
            "Есть место работы"),
        Fact(FactCode.WorksInField, "Работает по направлению", "Работает по специальности", "Работа по специальности", "Работает по профессии", "Трудоустроен по специальности"),
        Fact(FactCode.RelativesInformallyEmployed, "Родственники заняты неформально", "Неформальная занятость родственников", "Родители заняты неформально",
            "Неформальная занятость родителей"),
        Fact(FactCode.PriorOffence, "Правонарушения", "Совершал правонарушения", "Правонарушения ранее", "Наличие правонарушений", "Судимость", "Учёт в ПДН",
            "Состоит на учёте в ПДН", "Учёт КДН"),
    ]);

    /// <summary>The columns an organisation other than a ЦЗН may not hold (R1).</summary>
    public static IReadOnlyList<RegisterField> Restricted { get; } = [.. All.Where(field => field.Sensitivity == Sensitivity.Restricted)];

    /// <summary>
    /// Headers of the required columns that a file lacks: «ФИО» gives surname and name, a programme may be given by name (R12, R13).
    /// A school has no programmes (R21). Empty when the file can be read.
    /// </summary>
    public static IReadOnlyList<string> MissingIn(RecognisedHeader<RegisterField> header, bool programmeRequired = true) =>
    [
        .. All.Where(field => field.Required && header.Of(field) is null)
            .Where(field => field != LastName && field != FirstName || header.Of(FullName) is null)
            .Where(field => field != ProgrammeCode || programmeRequired && header.Of(Programme) is null)
            .Select(field => field.Header),
    ];

    /// <summary>A fact takes header, key and sensitivity from its characteristic: they are written down once.</summary>
    private static RegisterField Fact(FactCode code, params string[] synonyms)
    {
        var characteristic = Characteristics.Federal[(int)code - 1];
        var header = characteristic.ImportHeader ?? synonyms[0];
        return new RegisterField(characteristic.Code, header, RegisterFieldKind.Fact, [.. synonyms.Where(synonym => HeaderKey.Of(synonym) != HeaderKey.Of(header))])
        {
            Sensitivity = characteristic.Sensitivity,
            Fact = code,
        };
    }
}
