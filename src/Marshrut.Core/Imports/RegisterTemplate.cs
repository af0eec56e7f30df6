using System.Globalization;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Spreadsheets.Writing;

namespace Marshrut.Core.Imports;

/// <summary>An empty register with every column that the organisation may fill, and one invented student as an example.</summary>
public static class RegisterTemplate
{
    private static readonly Dictionary<string, string> Example = new()
    {
        ["externalId"] = "2026-0001",
        ["lastName"] = "Примеров",
        ["firstName"] = "Пример",
        ["middleName"] = "Примерович",
        ["birthDate"] = "01.05.2008",
        ["sex"] = "м",
        ["phone"] = "+7 900 000-00-00",
        ["email"] = "primer@example.ru",
        ["programmeCode"] = "09.02.07",
        ["level"] = "СПО специалисты",
        ["studyForm"] = "очная",
        ["funding"] = "бюджет",
        ["course"] = "3",
        ["group"] = "ИС-31",
        ["status"] = "обучается",
    };

    /// <param name="output">Where the workbook goes; stays open.</param>
    /// <param name="fields">Columns in order, from <see cref="ListRegisterFields"/>.</param>
    /// <param name="today">The example graduates next year.</param>
    public static void Write(Stream output, IReadOnlyList<RegisterField> fields, DateOnly today)
    {
        using var xlsx = new XlsxWriter(output, "Реестр", [.. fields.Select(field => Math.Clamp(field.Header.Length + 2.0, 12, 40))], frozenRows: 1);
        xlsx.StartRow();
        foreach (var field in fields)
        {
            xlsx.Text(field.Header, XlsxStyle.Header);
        }

        xlsx.StartRow();
        foreach (var field in fields)
        {
            xlsx.Text(field.Key == RegisterFields.GraduationYear.Key ? (today.Year + 1).ToString(CultureInfo.InvariantCulture) : Example.GetValueOrDefault(field.Key));
        }
    }
}
