using System.Globalization;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Register.Regional;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Ui.Marks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Register.Regional;

/// <summary>Both tables of the summary as one sheet, with the same cells hidden.</summary>
public sealed class FileModel(CountRegion count, Workplace workplace, Moments moments, MarshrutDb db) : PageModel
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly string[] Headers =
    [
        "Раздел", "Организация или направление", "В реестре", "Подлежат определению риска", "Определён", "Выпускной курс", "Из него определён", "Высокий",
        "Подтверждён", "Согласие", "Переданы", "Приняты", "План", "Результат", "Последняя загрузка", "Последнее определение",
    ];

    private static readonly double[] Widths = [26, 48, 12, 14, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 18, 18];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var region = await count.Count(cancel);
        List<string[]> rows =
        [
            .. region.Others.Prepend(region.Study).SelectMany(Rows),
            .. region.Districts.Select(row => (string[])["По районам", row.Name.Length > 0 ? row.Name : "район не указан", "", .. Cells(row.Cells, true), "", ""]),
            .. region.Centres.Select(row => (string[])["По центрам занятости", row.Name, "", "", "", "", "", "", "", "", .. Stages(row.Cells).Skip(1), "", ""]),
            .. region.Programmes.Select(row => (string[])["По направлениям", $"{row.Code} {row.Name}".TrimEnd(), "", .. Cells(row.Cells, true), "", ""]),
        ];
        db.Audit(new AuditDraft(null, AuditActions.Exported, "region", Details: new { region = workplace.RegionCode, format = "xlsx", rows = rows.Count }));
        await db.SaveChangesAsync(cancel);
        var file = new MemoryStream();
        await TableExport.WriteXlsx(file, "Сводка", Headers, Widths, rows.ToAsyncEnumerable(), cancel);
        file.Position = 0;
        return File(file, Xlsx, $"Сводка региона {moments.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.xlsx");
    }

    private IEnumerable<string[]> Rows(RegionGroup group)
    {
        foreach (var row in group.Organizations)
        {
            yield return [group.Title, row.Name, row.People.Words(), .. Cells(row.Cells, row.DeterminesRisk), When(row.LastImport), When(row.LastRun)];
        }

        if (group.Organizations.Count > 1)
        {
            yield return [group.Title, "Всего", group.People.Words(), .. Cells(group.Total, group.Organizations[0].DeterminesRisk), "", ""];
        }
    }

    private static string[] Cells(RegionCells cells, bool determinesRisk) => determinesRisk
        ? [cells.Students.Words(), cells.Assessed.Words(), cells.LastCourse.Words(), cells.LastCourseAssessed.Words(), cells.High.Words(), cells.Confirmed.Words(), .. Stages(cells.Stages)]
        : ["", "", "", "", "", "", "", "", "", "", ""];

    private static string[] Stages(StageCells cells) => [cells.Consented.Words(), cells.Handed.Words(), cells.Accepted.Words(), cells.Planned.Words(), cells.Ended.Words()];

    private string When(DateTime? at) => at is { } moment ? moments.Written(moment) : "";
}
