using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports.ProgrammeFiles;

/// <summary>The columns of a list of programmes (DOMAIN §2: codes have validity and successor). The level is in the code itself.</summary>
public static class ProgrammeColumns
{
    public static TableColumn Code { get; } = new("code", "Код направления",
        "Код", "Код специальности", "Код профессии", "Код направления подготовки", "Шифр", "Code");

    public static TableColumn Name { get; } = new("name", "Название",
        "Наименование", "Направление", "Специальность", "Профессия", "Направление подготовки",
        "Наименование направления", "Наименование специальности", "Наименование профессии", "Name");

    public static TableColumn ValidTo { get; } = new("validTo", "Действует по", "Дата окончания действия", "Действует до", "Окончание действия");

    public static TableColumn Successor { get; } = new("successor", "Заменён на", "Заменен на", "Новый код", "Код-преемник", "Преемник", "Вместо него");

    public static TableColumns<TableColumn> All { get; } = new(Code, Name, ValidTo, Successor);

    /// <summary>Headers of the columns that a file lacks.</summary>
    public static IReadOnlyList<string> MissingIn(RecognisedHeader<TableColumn> header) =>
        [.. new[] { Code, Name }.Where(column => header.Of(column) is null).Select(column => column.Header)];
}
