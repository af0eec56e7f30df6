using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Undoing;
using Marshrut.Core.Platform;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Imports;

/// <summary>What a written import did, its error file, and the way back.</summary>
public sealed class SummaryModel(Workplace workplace, PreviewImport preview, CheckUndo check, UndoImport undo, Moments moments) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Asks before it is taken back.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Undo { get; set; }

    public ImportPreview Import { get; private set; } = null!;

    /// <summary>Why it cannot be taken back; null: it can.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>What comes next after a written register; a school has no such step.</summary>
    public bool MayDetermineRisk => workplace.Can(Permission.DetermineRisk);

    public string Context => $"{Import.FileName} · записан {(Import.AppliedAt is { } at ? moments.Written(at) : "")}";

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Load(cancel) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await Load(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        try
        {
            var undone = await undo.Undo(Id, cancel);
            this.TellDone($"Загрузка отменена: убраны записи — {Russian.Number(undone.Removed)}, возвращены как были — {Russian.Number(undone.Restored)}.");
            return RedirectToPage("Summary", new { org = workplace.OrganizationCode, Id });
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal);
        }
    }

    private async Task<IActionResult?> Load(CancellationToken cancel)
    {
        if (await preview.Preview(Id, cancel) is not { State: ImportState.Applied or ImportState.Undone } import)
        {
            return NotFound();
        }

        Import = import;
        Obstacle = await check.Check(Id, cancel);
        return null;
    }
}
