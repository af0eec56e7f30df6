using System.Globalization;
using System.IO.Compression;
using System.Text;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Bench.Reading;

/// <summary>
/// A register of invented people as Excel would save it: 25 columns, shared strings, dates as numbers with a format. Every hundredth row
/// has something to mend and every two hundredth something wrong.
/// </summary>
internal static class InventedRegister
{
    private static readonly string[] Headers =
    [
        "Идентификатор", "Фамилия", "Имя", "Отчество", "Дата рождения", "Пол", "СНИЛС", "Телефон", "Электронная почта", "Код направления", "Уровень образования",
        "Форма обучения", "Основа обучения", "Курс", "Группа", "Район проживания", "Год выпуска", "Статус", "Согласие на передачу в ЦЗН",
        "Согласие на данные о здоровье", "Сирота или без попечения родителей", "Опыт, практика или стажировка по специальности",
        "Участие в ярмарках, днях карьеры, профтурах", "Резюме или занятия по поиску работы", "Определённость с местом работы",
    ];

    private static readonly string[] Roots = ["Ольхов", "Ясенев", "Клёнов", "Дубов", "Соснов", "Берёзов", "Рябинин", "Калинин", "Вязов", "Липов"];
    private static readonly string[] Ends = ["а", "ская", "ецкая", "цева", "кина"];
    private static readonly string[] Names = ["Вера", "Анна", "Инна", "Ольга", "Нина", "Майя", "Зоя", "Юлия", "Ирина", "Мария", "Дарья", "Алиса"];
    private static readonly string[] Patronymics = ["Ильинична", "Петровна", "Олеговна", "Игоревна", "Андреевна", "Сергеевна", "Максимовна"];
    private static readonly string[] Codes = ["09.02.07", "15.02.16", "38.02.01", "23.01.17", "43.02.15", "08.02.01"];

    public static int Columns => Headers.Length;

    /// <summary>Writes the workbook and returns its path in the folder for temporary files.</summary>
    public static string Write(int rows)
    {
        var path = Path.Combine(Path.GetTempPath(), $"marshrut-bench-{rows}.xlsx");
        var strings = new Dictionary<string, int>(StringComparer.Ordinal);
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part(archive, "_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(archive, "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Реестр\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Part(archive, "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"x/styles\" Target=\"styles.xml\"/>"
            + "<Relationship Id=\"r3\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        Part(archive, "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        WriteSheet(archive, rows, strings);
        WriteStrings(archive, strings);
        return path;
    }

    private static void WriteSheet(ZipArchive archive, int rows, Dictionary<string, int> strings)
    {
        using var sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
        sheet.Write("<worksheet><sheetData>");
        WriteRow(sheet, 1, [.. Headers], strings);
        for (var i = 0; i < rows; i++)
        {
            WriteRow(sheet, i + 2, Cells(i), strings);
        }

        sheet.Write("</sheetData></worksheet>");
    }

    private static object[] Cells(int i)
    {
        var nine = (100_000_000 + i).ToString("D9", CultureInfo.InvariantCulture);
        var dirty = i % 100 == 0;
        return
        [
            $"К-{i:D6}",
            (dirty ? "O" : "О") + Roots[i % Roots.Length].ToLowerInvariant() + Ends[i / 11 % Ends.Length],
            Names[i / 7 % Names.Length],
            Patronymics[i / 101 % Patronymics.Length],
            new DateTime(2004, 1, 1).AddDays(i * 7919L % 1500),
            "ж",
            Snils.Format(nine + Snils.Checksum(nine).ToString("D2", CultureInfo.InvariantCulture)),
            i % 200 == 0 ? "нет" : $"8 9{i / 100_000 % 100:D2} {i / 1000 % 1000:D3}-{i / 10 % 100:D2}-{i % 100:D2}",
            $"student{i}@example.ru",
            Codes[i % Codes.Length] + (dirty ? " " : ""),
            "СПО специалисты",
            "очная",
            i % 3 == 0 ? "договор" : "бюджет",
            (double)((i % 4) + 1),
            $"ИС-{i % 90}",
            "Заречный район",
            (double)(2026 + (i % 4)),
            "обучается",
            new DateTime(2026, 9, 1),
            "",
            i % 50 == 0 ? "да" : "нет",
            i % 2 == 0 ? "да" : "нет",
            i % 3 == 0 ? "да" : "",
            "нет",
            i % 5 == 0 ? "да" : "нет",
        ];
    }

    private static void WriteRow(StreamWriter sheet, int number, object[] cells, Dictionary<string, int> strings)
    {
        sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\" spans=\"1:25\">"));
        for (var i = 0; i < cells.Length; i++)
        {
            var reference = ColumnLetters.Of(i);
            if (cells[i] is string { Length: > 0 } text)
            {
                if (!strings.TryGetValue(text, out var index))
                {
                    index = strings.Count;
                    strings.Add(text, index);
                }

                sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{reference}{number}\" t=\"s\"><v>{index}</v></c>"));
            }
            else if (cells[i] is DateTime day)
            {
                sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{reference}{number}\" s=\"1\"><v>{day.ToOADate()}</v></c>"));
            }
            else if (cells[i] is double value)
            {
                sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{reference}{number}\"><v>{value}</v></c>"));
            }
        }

        sheet.Write("</row>");
    }

    private static void WriteStrings(ZipArchive archive, Dictionary<string, int> strings)
    {
        using var part = new StreamWriter(archive.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open());
        part.Write("<sst>");
        foreach (var text in strings.Keys)
        {
            part.Write($"<si><t xml:space=\"preserve\">{text}</t></si>");
        }

        part.Write("</sst>");
    }

    private static void Part(ZipArchive archive, string name, string xml)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
