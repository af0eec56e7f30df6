using Marshrut.Core.Imports;
using Marshrut.Core.Imports.StatisticsFiles;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Imports.StatisticsFiles;

/// <summary>Employment of graduates that feeds characteristic 1: what is there, and the way in for a new file.</summary>
[FileSizeLimit(MostMegabytes)]
public sealed class IndexModel(ShowStatistics show, ImportStatistics import, Workplace workplace) : PageModel
{
    public const int MostMegabytes = 16;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Horizon { get; set; }

    public StatisticsView View { get; private set; } = null!;

    /// <summary>What the file just sent did; null: none was sent.</summary>
    public FileReport? Report { get; private set; }

    public string Place => $"/r/{workplace.RegionCode}/statistics";

    public static string Of(StatisticsPair pair) => $"{pair.CohortYear}, {Years(pair.Horizon)}";

    public static string Years(int horizon) => horizon switch
    {
        0 => "в год выпуска",
        1 => "через год",
        2 => "через два года",
        _ => $"через {Russian.Count(horizon, "год", "года", "лет")}",
    };

    public static string TitleOf(FileReport report) => report switch
    {
        { Created: 0, Updated: 0, Unchanged: 0 } => "Ничего не записано.",
        { Created: 0, Updated: 0 } => "Новых чисел в файле нет.",
        _ => "Файл загружен.",
    };

    public static string WordsOf(FileReport report) => report switch
    {
        { Errors.Count: > 0 } => "Исправьте строки из списка в своём файле и загрузите его снова: что уже записано, второй раз не появится",
        { Read: 0 } => "В файле нет строк с числами. Проверьте, тот ли это файл",
        { Created: 0, Updated: 0 } => "Всё, что в нём есть, уже записано",
        _ => "Новые числа учтутся при следующем определении риска",
    };

    public async Task OnGet(CancellationToken cancel) => View = await show.Show(Year, Horizon, cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (Upload is null)
        {
            return await NotRead("Выберите файл: .xlsx, .xls или .csv.", cancel);
        }

        try
        {
            await using var file = Upload.OpenReadStream();
            Report = await import.Import(file, workplace.RegionCode, cancel);
        }
        catch (SpreadsheetProblem problem)
        {
            return await NotRead(problem.Message, cancel);
        }

        View = await show.Show(Year, Horizon, cancel);
        return Page();
    }

    private async Task<PageResult> NotRead(string sentence, CancellationToken cancel)
    {
        ModelState.AddModelError("Upload", sentence);
        View = await show.Show(Year, Horizon, cancel);
        return this.NotTaken();
    }
}
