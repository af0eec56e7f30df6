using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Organizations;

/// <summary>Organisations of the installation.</summary>
public sealed class IndexModel(ListOrganizations organizations, CountStaff countStaff, FindUnstaffed unstaffed, ListRegions regions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganizationKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>none: only those in which nobody works.</summary>
    [BindProperty(SupportsGet = true, Name = "staff")]
    public string? WhoseStaff { get; set; }

    public bool IsUnstaffed => WhoseStaff == "none";

    public OrganizationPage Found { get; private set; } = new([], 0, null);

    /// <summary>By id of the organisation.</summary>
    public IReadOnlyDictionary<long, int> Staff { get; private set; } = new Dictionary<long, int>();

    public IReadOnlyList<SelectListItem> Regions { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Kind is not null || !string.IsNullOrEmpty(Region) || IsUnstaffed;

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<OrganizationKind>().Select(kind => new SelectListItem(KindNames.Of(kind), kind.ToString()));

    public async Task OnGet(CancellationToken cancel)
    {
        Found = await organizations.List(new OrganizationFilter(Q, Kind, string.IsNullOrEmpty(Region) ? null : Region, After, IsUnstaffed ? await unstaffed.Find(cancel) : null), cancel);
        Staff = await countStaff.Count([.. Found.Rows.Select(row => row.Id)], cancel);
        Regions = [.. (await regions.List(cancel)).Select(region => new SelectListItem($"{region.Code} {region.Name}", region.Code))];
    }
}
