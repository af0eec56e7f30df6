using Marshrut.Core.Cases.Applications;
using Marshrut.Core.Imports;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases.Applications;

/// <summary>What an uploaded file of ЕЦП would change; its columns; then it is written or put away.</summary>
public sealed class FileModel(
    Workplace workplace, ShowServiceFile show, RememberServiceColumns remember, ApplyServiceFile apply, DiscardServiceFile discard) : CasePages(workplace)
{
    [BindProperty]
    public List<string> Keys { get; set; } = [];

    [BindProperty]
    public List<string?> Chosen { get; set; } = [];

    public new ServiceFileView File { get; private set; } = null!;

    /// <summary>What was written just now; null: nothing yet.</summary>
    public FileAnswer? Answer { get; private set; }

    public string Start => Path + "/applications";

    public string Here => $"{Start}/{Text(File.Id)}";

    public IReadOnlyList<SelectListItem> Choices(int column) =>
        [.. ServiceFileColumns.All.Select(field => new SelectListItem(field.Header, field.Key, field.Key == File.Columns[column].Field))];

    public FileAnswer Foreseen(FileReport report) => report.Created + report.Updated == 0
        ? new FileAnswer(report, "Нового в файле нет.", report.Rejected == report.Read ? "Ни одна строка не подошла: причины ниже" : "Всё, что в нём есть о ваших людях, уже записано")
        : new FileAnswer(report, $"Будет записано: {Russian.Count(report.Created + report.Updated, "строка", "строки", "строк")}.", "Проверьте числа и нажмите «Записать»");

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostColumns(long id, CancellationToken cancel) => Act(
        () => Load(id, cancel),
        async () =>
        {
            await remember.Remember(Keys.Zip(Chosen).Where(pair => pair.First is not null).ToDictionary(pair => pair.First, pair => pair.Second ?? ""), cancel);
            return true;
        },
        "Столбцы запомнили, числа пересчитаны.",
        $"{Start}/{Text(id)}");

    public Task<IActionResult> OnPostDiscard(long id, CancellationToken cancel) => Act(() => Load(id, cancel), () => discard.Discard(id, cancel), "Файл убран, ничего не записано.", Start);

    public async Task<IActionResult> OnPostApply(long id, CancellationToken cancel)
    {
        try
        {
            if (await apply.Apply(id, cancel) is not { } report)
            {
                return NotFound();
            }

            Answer = new FileAnswer(
                report,
                "Файл записан.",
                report.Errors.Count > 0 ? "Строки из списка не записаны: исправьте их и загрузите файл снова, остальное второй раз не появится" : "Новые строки видны в карточках сопровождения");
            return Page();
        }
        catch (SpreadsheetProblem)
        {
            // The page itself says what the file lacks.
            return await Load(id, cancel) ? this.NotTaken() : NotFound();
        }
        catch (RuleViolation refusal)
        {
            return await Load(id, cancel) ? this.NotTaken(refusal) : NotFound();
        }
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } file)
        {
            return false;
        }

        File = file;
        return true;
    }
}
