using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Imports.ProgrammeFiles;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Organizations.Programmes;

/// <summary>The directory of programmes: which codes are known, until when, what replaced them, and the way in for a current list.</summary>
[FileSizeLimit(MostMegabytes)]
public sealed class IndexModel(ListProgrammes list, ImportProgrammes import, Workplace workplace) : PageModel
{
    public const int MostMegabytes = 16;

    /// <summary>The beginning of a code or a part of a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public ProgrammePage Found { get; private set; } = null!;

    /// <summary>What the file just sent did; null: none was sent.</summary>
    public FileAnswer? Answer { get; private set; }

    public bool MayLoad => workplace.Can(Permission.EditMethodology);

    public string Place => $"/r/{workplace.RegionCode}/programmes";

    public async Task OnGet(CancellationToken cancel) => Found = await list.List(Q, After, cancel);

    [Requires(Permission.EditMethodology)]
    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (Upload is null)
        {
            return await NotRead("Выберите файл: .xlsx, .xls или .csv.", cancel);
        }

        try
        {
            await using var file = Upload.OpenReadStream();
            var report = await import.Import(file, cancel);
            Answer = new FileAnswer(report, TitleOf(report), WordsOf(report));
        }
        catch (SpreadsheetProblem problem)
        {
            return await NotRead(problem.Message, cancel);
        }

        Found = await list.List(null, null, cancel);
        return Page();
    }

    private static string TitleOf(FileReport report) => report switch
    {
        { Created: 0, Updated: 0, Unchanged: 0 } => "Ничего не записано.",
        { Created: 0, Updated: 0 } => "Нового в списке нет.",
        _ => "Список загружен.",
    };

    private static string WordsOf(FileReport report) => report switch
    {
        { Errors.Count: > 0 } => "Исправьте строки из списка в своём файле и загрузите его снова: что уже записано, второй раз не появится",
        { Read: 0 } => "В файле нет ни одной строки. Проверьте, тот ли это файл",
        { Created: 0, Updated: 0 } => "Всё, что в нём есть, уже в справочнике",
        _ => "Загрузка реестров уже узнаёт эти коды и названия",
    };

    private async Task<PageResult> NotRead(string sentence, CancellationToken cancel)
    {
        ModelState.AddModelError("Upload", sentence);
        Found = await list.List(null, null, cancel);
        return this.NotTaken();
    }
}
