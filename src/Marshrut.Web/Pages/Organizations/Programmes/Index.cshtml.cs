using Marshrut.Core.Organizations;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Organizations.Programmes;

/// <summary>The directory of programmes: which codes are known, until when, and what replaced them.</summary>
public sealed class IndexModel(ListProgrammes list, Workplace workplace) : PageModel
{
    /// <summary>The beginning of a code or a part of a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ProgrammePage Found { get; private set; } = null!;

    public string Place => $"/r/{workplace.RegionCode}/programmes";

    public async Task OnGet(CancellationToken cancel) => Found = await list.List(Q, After, cancel);
}
