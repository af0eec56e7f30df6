using System.Globalization;
using System.Text;
using Marshrut.Core.Platform.Spreadsheets.Writing;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Risk.Export;

/// <summary>The export for people: Russian headers, one row a person (R15).</summary>
public static class AssessmentsTable
{
    public static readonly string[] Headers =
    [
        "Идентификатор", "Фамилия", "Имя", "Отчество", "Дата рождения", "Телефон", "Код направления", "Группа", "Год выпуска",
        "Уровень риска", "Решение", "Приоритет", "Известно всё", "Характеристики",
    ];

    private static readonly double[] Widths = [16, 18, 16, 18, 13, 16, 14, 12, 11, 13, 15, 11, 12, 60];

    public static string[] Cells(AssessmentExportRow row) =>
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
        row.IsHigh ? "высокий" : "невысокий",
        row.Status switch
        {
            AssessmentStatus.Proposed => "предложен",
            AssessmentStatus.Confirmed => "подтверждён",
            _ => "изменён вручную",
        },
        row.Priority?.ToString(CultureInfo.InvariantCulture) ?? "",
        row.Complete ? "да" : "нет",
        row.PresentTitles(),
    ];

    /// <summary><c>;</c>, UTF-8 with BOM; a cell that a spreadsheet would take for a formula gets an apostrophe (R15).</summary>
    public static async Task<int> WriteCsv(Stream output, IAsyncEnumerable<AssessmentExportRow> rows, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line(Headers));
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            await writer.WriteLineAsync(Line(Cells(row)));
            count++;
        }

        return count;
    }

    /// <summary>Text cells only: no formula can hide in them (R15).</summary>
    public static async Task<int> WriteXlsx(Stream output, IAsyncEnumerable<AssessmentExportRow> rows, CancellationToken cancel)
    {
        using var xlsx = new XlsxWriter(output, "Риск", Widths, frozenRows: 1);
        xlsx.Header(Headers);
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            xlsx.StartRow();
            foreach (var cell in Cells(row))
            {
                xlsx.Text(cell);
            }

            count++;
        }

        return count;
    }

    private static string Line(string[] cells) => string.Join(';', cells.Select(Quote));

    private static string Quote(string cell)
    {
        var safe = CsvSafe.Protect(cell);
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
