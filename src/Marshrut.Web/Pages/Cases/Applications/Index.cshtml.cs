using Marshrut.Core.Cases.Applications;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cases.Applications;

/// <summary>The way in for a file exported from ЕЦП.</summary>
[FileSizeLimit(MostMegabytes)]
public sealed class IndexModel(Workplace workplace, StageServiceFile stage) : CasePages(workplace)
{
    public const int MostMegabytes = 16;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public string Here => Path + "/applications";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (Upload is null)
        {
            ModelState.AddModelError("Upload", "Выберите файл: .xlsx, .xls или .csv.");
            return this.NotTaken();
        }

        try
        {
            using var content = new MemoryStream();
            await Upload.CopyToAsync(content, cancel);
            return Redirect($"{Here}/{Text(await stage.Stage(content.ToArray(), cancel))}");
        }
        catch (SpreadsheetProblem problem)
        {
            ModelState.AddModelError("Upload", problem.Message);
            return this.NotTaken();
        }
    }
}
