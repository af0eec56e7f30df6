using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Organizations;

/// <summary>Districts of a region, and which ЦЗН serves each: decides which one is proposed for a person.</summary>
public sealed class DistrictsModel(ListDistricts districts, ListRegions regions, AssignDistricts assign, RemoveDistrict remove) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    public RegionDistricts? View { get; private set; }

    public IReadOnlyList<SelectListItem> Regions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Centres => [.. View!.Centres.Select(centre => new SelectListItem(centre.Name, centre.Code))];

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    /// <param name="names">Districts of the table, in its order.</param>
    /// <param name="centres">The chosen ЦЗН of each; empty: nobody.</param>
    /// <param name="cancel">Stops before the save.</param>
    public async Task<IActionResult> OnPostAssign(List<string> names, List<string?> centres, CancellationToken cancel)
    {
        if (names.Count != centres.Count || string.IsNullOrEmpty(Region))
        {
            return BadRequest();
        }

        return await Assign([.. names.Zip(centres, (name, centre) => new DistrictAssignment(name, centre))], cancel);
    }

    public Task<IActionResult> OnPostAdd(string? newNames, string? newCentre, CancellationToken cancel) =>
        Assign([.. (newNames ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => new DistrictAssignment(name, newCentre))], cancel);

    public async Task<IActionResult> OnPostRemove(long district, CancellationToken cancel)
    {
        try
        {
            await remove.Remove(Region ?? "", district, cancel);
            this.TellDone("Район убран из списка. В карточках людей он остался как был.");
        }
        catch (RuleViolation refusal)
        {
            this.TellRefused(refusal.Message);
        }

        return RedirectToPage(new { Region });
    }

    private async Task<IActionResult> Assign(IReadOnlyList<DistrictAssignment> assignments, CancellationToken cancel)
    {
        try
        {
            var changed = await assign.Assign(Region ?? "", assignments, cancel);
            this.TellDone(
                changed == 0 ? "Ничего не изменилось." : $"Записано: {Russian.Count(changed, "район", "района", "районов")}.", changed == 0 ? Tone.Wait : Tone.Good);
            return RedirectToPage(new { Region });
        }
        catch (RuleViolation refusal)
        {
            return await Load(cancel) ? this.NotTaken(refusal) : NotFound();
        }
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        Regions = [.. (await regions.List(cancel)).Select(region => new SelectListItem($"{region.Code} {region.Name}", region.Code))];
        if (!string.IsNullOrEmpty(Region))
        {
            View = await districts.List(Region, cancel);
            return View is not null;
        }

        return true;
    }
}
