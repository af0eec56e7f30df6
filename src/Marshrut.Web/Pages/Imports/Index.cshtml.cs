using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People.Duplicates;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Imports;

/// <summary>Takes a file, and shows what was taken before.</summary>
[FileSizeLimit(MostMegabytes)]
public sealed class IndexModel(
    Workplace workplace, StageImport stage, ShowImportColumns columns, ListImports list, ListRegisterFields fields, ListDuplicates duplicates, NameActors names, Moments moments)
    : PageModel
{
    public const int MostMegabytes = 128;
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int OnPage = 20;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    [Display(Name = "Лист")]
    public string? HeaderSheet { get; set; }

    [BindProperty]
    [Display(Name = "Строка с названиями столбцов")]
    public string? HeaderRow { get; set; }

    /// <summary>The place of the header is asked for: it was not found, or the user came back from another.</summary>
    [BindProperty(SupportsGet = true, Name = "header")]
    public bool AsksHeader { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<ImportLine> Lines { get; private set; } = [];

    public long? Next { get; private set; }

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<RegisterField> Fields { get; private set; } = [];

    public int OpenDuplicates { get; private set; }

    public string Home => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/import";

    public bool IsSchool => workplace.OrganizationKind == OrganizationKind.School;

    public string NameOf(ImportLine line) => Actors.UserIn(line.Actor) is null ? Names[line.Actor] : PersonalName.Short(Names[line.Actor]);

    public async Task OnGet(CancellationToken cancel) => await Load(cancel);

    public async Task<IActionResult> OnGetTemplate(CancellationToken cancel)
    {
        var output = new MemoryStream();
        RegisterTemplate.Write(output, await fields.List(cancel), moments.Today);
        output.Position = 0;
        return File(output, Xlsx, "reestr-obrazec.xlsx");
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (Upload is null)
        {
            return await NotRead("Выберите файл: .xlsx, .xls или .csv.", cancel);
        }

        if (!TryReadPlace(out var place))
        {
            AsksHeader = true;
            ModelState.AddModelError(nameof(HeaderRow), "Напишите номер строки числом, как слева в Excel: от 1 до 1000.");
            await Load(cancel);
            return this.NotTaken();
        }

        try
        {
            await using var file = Upload.OpenReadStream();
            var id = await stage.Stage(Upload.FileName, file, place, cancel);
            var missing = (await columns.Show(id, cancel))!.Missing.Count > 0;
            return RedirectToPage(missing ? "Columns" : "Check", new { org = workplace.OrganizationCode, id });
        }
        catch (SpreadsheetProblem problem)
        {
            AsksHeader = place is not null || problem.Code == TableFile.NoHeader;
            return await NotRead(problem.Message, cancel);
        }
    }

    /// <returns>False: what was typed is no row.</returns>
    private bool TryReadPlace(out HeaderPlace? place)
    {
        var sheet = string.IsNullOrWhiteSpace(HeaderSheet) ? null : HeaderSheet.Trim();
        var isRow = int.TryParse(HeaderRow, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= 1000;
        place = sheet is null && !isRow ? null : new HeaderPlace(sheet, isRow ? row : null);
        return isRow || string.IsNullOrWhiteSpace(HeaderRow);
    }

    private async Task<PageResult> NotRead(string sentence, CancellationToken cancel)
    {
        ModelState.AddModelError("Upload", sentence);
        await Load(cancel);
        return this.NotTaken();
    }

    private async Task Load(CancellationToken cancel)
    {
        var lines = await list.List(Before, OnPage + 1, cancel);
        Lines = [.. lines.Take(OnPage)];
        Next = lines.Count > OnPage ? Lines[^1].Id : null;
        Names = await names.Name(Lines.Select(line => line.Actor), cancel);
        Fields = await fields.List(cancel);
        OpenDuplicates = (await duplicates.List(null, 1, cancel)).Open;
    }
}
