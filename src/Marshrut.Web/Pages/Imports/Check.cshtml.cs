using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Imports;

/// <summary>What the file will change, before it does.</summary>
public sealed class CheckModel(
    Workplace workplace, PreviewImport preview, QueueImport queue, DiscardImport discard, WriteImportErrors errors, FindUnknownProgrammes programmes, Moments moments)
    : PageModel
{
    public const int OnPage = 50;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "tab")]
    public string? AskedTab { get; set; }

    /// <summary>check · rejected · repaired · new · changed · duplicates; whatever else is asked for is the first.</summary>
    public string Tab => AskedTab is "rejected" or "repaired" or "new" or "changed" or "duplicates" ? AskedTab : "check";

    /// <summary>Rows of the tab to pass over.</summary>
    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    [BindProperty]
    public bool AllOrNothing { get; set; }

    /// <summary><see cref="ImportReport.Print"/> of what the user saw before pressing; null: not sent.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public ImportPreview Import { get; private set; } = null!;

    public ImportReport Report => Import.Report!;

    public IReadOnlyList<CheckRow> Cells { get; private set; } = [];

    public IReadOnlyList<CheckRow> RejectedCells => [.. Cells.Where(row => row.IsRejected && row.Became is null)];

    public IReadOnlyList<CheckRow> RepairedCells => [.. Cells.Where(row => row.Became is not null)];

    public IReadOnlyList<CheckRow> ShownCells => Tab switch
    {
        "rejected" => RejectedCells,
        "repaired" => RepairedCells,
        _ => Cells,
    };

    public IReadOnlyList<PreviewRow> ShownRows { get; private set; } = [];

    /// <summary>Codes of the file that the directory does not know (R6).</summary>
    public IReadOnlySet<string> UnknownProgrammes { get; private set; } = new HashSet<string>();

    /// <summary>Rows of the tab that can be turned over.</summary>
    public int Kept => Tab switch
    {
        "new" or "changed" => ShownRows.Count,
        "duplicates" => Report.Duplicates.Count,
        _ => ShownCells.Count,
    };

    public int ToWrite => Report.Created + Report.Updated;

    public string Context =>
        $"{Import.FileName}{(Import.SheetName.Length > 0 ? $" · лист «{Import.SheetName}»" : "")} · {Russian.Count(Report.Read, "строка", "строки", "строк")} · загружен {moments.Written(Import.CreatedAt)}";

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Load(cancel) ?? Page();

    public async Task<IActionResult> OnGetErrors(CancellationToken cancel)
    {
        var output = new MemoryStream();
        if (!await errors.Write(Id, output, cancel))
        {
            return NotFound();
        }

        output.Position = 0;
        return File(output, IndexModel.Xlsx, "oshibki.xlsx");
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await Load(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Seen is not null && Seen != Report.Print())
        {
            return this.NotTaken(new RuleViolation(
                "register-changed", "Пока вы смотрели, реестр изменился. Здесь уже показано, что запишется теперь: проверьте и нажмите «Загрузить» ещё раз."));
        }

        try
        {
            await queue.Queue(Id, AllOrNothing, Seen, cancel);
            return Go("Progress");
        }
        catch (RuleViolation refusal)
        {
            return await Refused(refusal, cancel);
        }
    }

    public async Task<IActionResult> OnPostDiscard(CancellationToken cancel)
    {
        if (await Load(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        try
        {
            await discard.Discard(Id, cancel);
            this.TellDone("Файл убран. В реестре ничего не изменилось.");
            return RedirectToPage("Index", new { org = workplace.OrganizationCode });
        }
        catch (RuleViolation refusal)
        {
            return await Refused(refusal, cancel);
        }
    }

    public string Turn(int from) => $"?tab={Uri.EscapeDataString(Tab)}&from={from}";

    /// <returns>Where to go instead; null: the page can be shown.</returns>
    private async Task<IActionResult?> Load(CancellationToken cancel)
    {
        try
        {
            if (await preview.Preview(Id, cancel) is not { } import)
            {
                return NotFound();
            }

            Import = import;
        }
        catch (SpreadsheetProblem)
        {
            return Go("Columns");
        }
        catch (RuleViolation gone)
        {
            this.TellRefused(gone.Message);
            return RedirectToPage("Index", new { org = workplace.OrganizationCode });
        }

        if (ImportWords.Page(Import.State) != "Check")
        {
            return this.LedOn(workplace.OrganizationCode, Id, Import.State);
        }

        From = Math.Max(0, From);
        Cells = CheckRow.Of(Report);
        UnknownProgrammes = await programmes.Find(Report.Preview.Select(row => row.ProgrammeCode), cancel);
        ShownRows = [.. Report.Preview.Where(row => row.Outcome == (Tab == "changed" ? RowOutcome.Updated : RowOutcome.Created))];
        return null;
    }

    /// <summary>Somebody may have been quicker by a moment: then the page is another one already.</summary>
    private async Task<IActionResult> Refused(RuleViolation refusal, CancellationToken cancel) => await Load(cancel) ?? this.NotTaken(refusal);

    private RedirectToPageResult Go(string page) => RedirectToPage(page, new { org = workplace.OrganizationCode, Id });
}
