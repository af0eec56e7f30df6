using Marshrut.Core.Imports;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Imports;

/// <summary>What each column of the file is loaded as, to be corrected by whoever knows the file.</summary>
public sealed class ColumnsModel(Workplace workplace, ShowImportColumns show, CorrectColumns correct, ShowImportProgress progress) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>By position of the column: a header may be anything, also what no form field may be called.</summary>
    [BindProperty]
    public Dictionary<int, string?> Chosen { get; set; } = [];

    public ImportColumns Sheet { get; private set; } = null!;

    public int Recognised => Sheet.Columns.Count(column => column.FieldKey.Length > 0);

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (await show.Show(Id, cancel) is not { } file)
        {
            return await Elsewhere(cancel);
        }

        Sheet = file;
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await show.Show(Id, cancel) is not { } file)
        {
            return await Elsewhere(cancel);
        }

        Sheet = file;
        try
        {
            var chosen = Chosen.Where(pair => pair.Key >= 0 && pair.Key < file.Columns.Count).ToDictionary(pair => file.Columns[pair.Key].MappingKey, pair => pair.Value ?? "");
            await correct.Correct(Id, chosen, cancel);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal);
        }

        Sheet = (await show.Show(Id, cancel))!;
        return Sheet.Missing.Count > 0
            ? this.NotTaken()
            : RedirectToPage("Check", new { org = workplace.OrganizationCode, Id });
    }

    /// <summary>From a page that the browser kept: the file has been written or put away meanwhile.</summary>
    private async Task<IActionResult> Elsewhere(CancellationToken cancel) =>
        await progress.Show(Id, cancel) is { } import && ImportWords.Page(import.State) is not null ? this.LedOn(workplace.OrganizationCode, Id, import.State) : NotFound();

    public IEnumerable<SelectListItem> Choices(ImportColumn column) => Sheet.Fields
        .Select(field => new SelectListItem(field.Key == "fullName" ? "ФИО целиком" : field.Header, field.Key, field.Key == column.FieldKey));
}
