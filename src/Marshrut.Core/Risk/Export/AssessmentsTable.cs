using System.Globalization;
using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Risk.Export;

/// <summary>The export for people: Russian headers, one row a person (R15).</summary>
public static class AssessmentsTable
{
    public static readonly string[] Headers =
    [
        "Идентификатор", "Фамилия", "Имя", "Отчество", "Дата рождения", "Телефон", "Код направления", "Группа", "Год выпуска",
        "Было", "Уровень риска", "Решение", "Приоритет", "Известно всё", "Известно", "Характеристики",
    ];

    private static readonly double[] Widths = [16, 18, 16, 18, 13, 16, 14, 12, 11, 24, 13, 15, 11, 12, 11, 60];

    private static string[] Cells(AssessmentExportRow row, bool special) =>
    [
        row.ExternalId ?? "",
        row.LastName,
        row.FirstName,
        row.MiddleName ?? "",
        Russian.Date(row.BirthDate),
        row.Phone ?? "",
        row.ProgrammeCode,
        row.Group ?? "",
        row.GraduationYear.ToString(CultureInfo.InvariantCulture),
        row.Before switch
        {
            null => "не определялся",
            { IsHigh: true } => "высокий",
            { Complete: true } => "невысокий",
            _ => "невысокий, предварительно",
        },
        row.IsHigh ? "высокий" : "невысокий",
        row.Status switch
        {
            AssessmentStatus.Proposed => "предложен",
            AssessmentStatus.Confirmed => "подтверждён",
            _ => "изменён вручную",
        },
        row.Priority?.ToString(CultureInfo.InvariantCulture) ?? "",
        row.Complete ? "да" : "нет",
        $"{row.Known} из {row.Counted}",
        row.PresentTitles(special),
    ];

    /// <param name="output">Where the file goes.</param>
    /// <param name="rows">The lines, in order.</param>
    /// <param name="special">With facts of health.</param>
    /// <param name="cancel">Stops the writing.</param>
    /// <returns>How many lines were written.</returns>
    public static Task<int> WriteCsv(Stream output, IAsyncEnumerable<AssessmentExportRow> rows, bool special, CancellationToken cancel) =>
        TableExport.WriteCsv(output, Headers, rows.Select(row => Cells(row, special)), cancel);

    /// <inheritdoc cref="WriteCsv"/>
    public static Task<int> WriteXlsx(Stream output, IAsyncEnumerable<AssessmentExportRow> rows, bool special, CancellationToken cancel) =>
        TableExport.WriteXlsx(output, "Риск", Headers, Widths, rows.Select(row => Cells(row, special)), cancel);
}
