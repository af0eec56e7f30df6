using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports.StatisticsFiles;

/// <summary>The columns of a statistics file (DESIGN §7).</summary>
public static class StatisticsColumns
{
    public static TableColumn CohortYear { get; } = new("cohortYear", "Год выпуска", "Год окончания", "Выпуск", "Год", "Когорта");

    public static TableColumn Horizon { get; } = new("horizon", "Горизонт, лет", "Горизонт", "Горизонт лет", "Лет после выпуска", "Через сколько лет");

    public static TableColumn ProgrammeCode { get; } = new("programmeCode", "Код направления",
        "Код направления подготовки", "Код специальности", "Код профессии", "Шифр", "Код");

    public static TableColumn Organization { get; } = new("organization", "Организация",
        "Образовательная организация", "Наименование организации", "ОО", "Название организации");

    public static TableColumn Kind { get; } = new("organizationKind", "Вид организации", "Тип организации", "Вид ОО", "Тип ОО");

    public static TableColumn Graduates { get; } = new("graduates", "Выпускников", "Выпускники", "Число выпускников", "Количество выпускников", "Всего выпускников");

    public static TableColumn Employed { get; } = new("employed", "Трудоустроено",
        "Трудоустроены", "Трудоустроенных", "Число трудоустроенных", "Количество трудоустроенных", "Занято");

    public static TableColumns<TableColumn> All { get; } = new(CohortYear, Horizon, ProgrammeCode, Organization, Kind, Graduates, Employed);

    /// <summary>Headers of the columns that a file lacks. The kind of the organisation may be missing.</summary>
    public static IReadOnlyList<string> MissingIn(RecognisedHeader<TableColumn> header) =>
        [.. All.Where(column => column != Kind && header.Of(column) is null).Select(column => column.Header)];
}
