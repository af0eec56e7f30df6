using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Campaigns;

/// <summary>Slips with personal codes, to be cut and handed out.</summary>
public sealed class CodesModel(Workplace workplace, ShowCampaign show, PrintCodes print, TimeProvider clock) : CampaignPages(workplace, clock)
{
    [BindProperty(SupportsGet = true, Name = "group")]
    public string? Group { get; set; }

    public ShownCampaign Shown { get; private set; } = null!;

    public IReadOnlyList<CodeSlip> Slips { get; private set; } = [];

    /// <summary>How many do not fit on one print.</summary>
    public int Left { get; private set; }

    public IReadOnlyList<string> GroupNames => [.. Shown.Rates.Select(rate => rate.Group).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public string Back => HrefOf(Shown.Campaign.Id);

    public string Site => $"{Shown.Campaign.SiteAddress}/q";

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } found)
        {
            return NotFound();
        }

        Shown = found;
        Group = string.IsNullOrEmpty(Group) ? null : Group;
        (Slips, Left) = await print.Print(id, Group, cancel);
        return Page();
    }
}
