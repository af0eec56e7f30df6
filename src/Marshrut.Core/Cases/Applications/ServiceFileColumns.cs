using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Cases.Applications;

/// <summary>The columns of a file exported from ЕЦП: a row is an application, or what one person has left there, or both.</summary>
public static class ServiceFileColumns
{
    public static TableColumn Snils { get; } = new("snils", "СНИЛС", "№ СНИЛС", "Номер СНИЛС", "СНИЛС заявителя", "СНИЛС гражданина");

    public static TableColumn Service { get; } = new("service", "Услуга",
        "Вид заявления", "Заявление", "Наименование услуги", "Вид услуги", "Тип заявления", "Наименование заявления", "Мера поддержки", "Полномочие");

    public static TableColumn Number { get; } = new("number", "Номер заявления", "№ заявления", "Рег. номер заявления", "Регистрационный номер", "Номер");

    public static TableColumn FiledOn { get; } = new("filedOn", "Дата подачи", "Дата заявления", "Дата подачи заявления", "Дата обращения", "Дата регистрации", "Подано");

    public static TableColumn State { get; } = new("state", "Состояние", "Статус", "Статус заявления", "Состояние заявления", "Этап");

    public static TableColumn StateOn { get; } = new("stateOn", "Дата состояния", "Дата статуса", "Дата изменения статуса", "Дата решения");

    public static TableColumn Cv { get; } = new("cv", "Резюме", "Дата резюме", "Резюме размещено", "Дата размещения резюме", "Наличие резюме");

    public static TableColumn Test { get; } = new("test", "Тестирование", "Тест", "Дата тестирования", "Профтестирование", "Диагностика", "Тестирование пройдено");

    public static TableColumn Survey { get; } = new("survey", "Анкета", "Анкетирование", "Опрос", "Дата анкеты", "Анкета заполнена");

    public static TableColumns<TableColumn> All { get; } = new(Snils, Service, Number, FiledOn, State, StateOn, Cv, Test, Survey);

    /// <summary>Any of these makes a row worth reading.</summary>
    private static readonly TableColumn[] Subjects = [Service, Cv, Test, Survey];

    /// <summary>Headers of the columns that a file lacks: СНИЛС, and something to record of the person.</summary>
    public static IReadOnlyList<string> MissingIn(RecognisedHeader<TableColumn> header) =>
    [
        .. header.Of(Snils) is null ? [Snils.Header] : Array.Empty<string>(),
        .. Array.TrueForAll(Subjects, column => header.Of(column) is null) ? [Service.Header] : Array.Empty<string>(),
        .. header.Of(Service) is not null && header.Of(FiledOn) is null ? [FiledOn.Header] : Array.Empty<string>(),
    ];
}
