using System.Globalization;
using System.Text;
using Marshrut.Core.Imports.StatisticsFiles;
using Marshrut.Core.Platform.Spreadsheets.Writing;

namespace Marshrut.Seeding.Registers;

/// <summary>Employment statistics as a file (DESIGN §7).</summary>
public static class StatisticsTable
{
    private static readonly string[] Headers = [.. StatisticsColumns.All.Select(column => column.Header)];

    public static void WriteCsv(Stream output, IEnumerable<StatisticsFileRow> rows)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(';', Headers));
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(';', Cells(row)));
        }
    }

    public static void WriteXlsx(Stream output, IEnumerable<StatisticsFileRow> rows)
    {
        using var writer = new XlsxWriter(output, "Трудоустройство", [12, 12, 16, 60, 18, 14, 14], frozenRows: 1);
        writer.Header(Headers);
        foreach (var row in rows)
        {
            writer.StartRow();
            foreach (var cell in Cells(row))
            {
                writer.Text(cell);
            }
        }
    }

    private static string[] Cells(StatisticsFileRow row) =>
    [
        Number(row.CohortYear), Number(row.Horizon), row.ProgrammeCode, row.Organization, Kind(row.Kind), Number(row.Graduates), Number(row.Employed),
    ];

    private static string Kind(OrganizationKind? kind) => kind switch
    {
        OrganizationKind.School => "школа",
        OrganizationKind.College => "ПОО",
        OrganizationKind.University => "ОО ВО",
        _ => "",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
