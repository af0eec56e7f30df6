using Marshrut.Core.Platform.Spreadsheets;

namespace Marshrut.Core.Platform.Tables;

/// <summary>Sentences about a table that are the same for every kind of file.</summary>
public static class TableMessages
{
    /// <summary>How many names a notice lists before it only counts.</summary>
    private const int Listed = 20;

    /// <summary>Header of the last column of an error workbook.</summary>
    public const string WhatToCorrect = "Что исправить";

    /// <summary>Stands for a reason that would name what may not stand in a file (R27).</summary>
    public const string WithheldReason = "Есть замечание к столбцу, который в этот файл не выводится. Посмотрите его в программе.";

    public static string NoHeader(IEnumerable<string> headers) =>
        $"Не нашли строку с заголовками столбцов в первых {HeaderRecognition.LastHeaderRow} строках. "
        + $"Назовите столбцы, например: {string.Join(", ", headers.Take(4).Select(Quote))}.";

    public static string NoSuchSheet(string name, IEnumerable<string> sheets) =>
        $"Листа {Quote(name)} в файле нет. Есть: {string.Join(", ", sheets.Select(Quote))}.";

    public static string NoSuchRow(int row, string sheet) =>
        $"В строке {row}{(sheet.Length == 0 ? "" : $" листа {Quote(sheet)}")} ничего нет. Откройте файл и посмотрите, в какой строке стоят названия столбцов.";

    /// <summary>The problem of a header that lacks required columns (exit 2, R13).</summary>
    public static SpreadsheetProblem MissingColumns(IReadOnlyList<string> headers) => new(
        "missing-column",
        headers.Count == 1
            ? $"Не нашли столбец {Quote(headers[0])}. Добавьте его или переименуйте нужный столбец."
            : $"Не нашли столбцы: {string.Join(", ", headers.Select(Quote))}. Добавьте их или переименуйте нужные столбцы.");

    public static string Quote(string name) => $"«{name}»";

    /// <summary>What a column is called whose header cell is empty.</summary>
    public static string ColumnWithoutHeader(string letters) => $"Столбец {letters}";

    /// <summary>Names in quotation marks.</summary>
    public static string Names(IReadOnlyCollection<string> names) => List([.. names.Select(Quote)]);

    /// <summary>«A», «B» и ещё 3.</summary>
    public static string List(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(Listed)) + (names.Count > Listed ? $" и ещё {names.Count - Listed}" : "");
}
