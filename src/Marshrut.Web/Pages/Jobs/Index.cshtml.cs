using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Jobs;

/// <summary>Background works of the installation: what waits, goes on and ended, who asked; stopping.</summary>
public sealed class IndexModel(ListJobs list, NameActors names, StopJob stop) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Key of the page: id of the last row before it.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>Only what waits or goes on.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unfinished { get; set; }

    public JobPage Jobs { get; private set; } = new([], null);

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public bool AnyGoesOn => Jobs.Rows.Any(row => !row.Run.IsFinished);

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    /// <summary>The rows alone, for the page that watches them.</summary>
    public async Task<IActionResult> OnGetRows(CancellationToken cancel)
    {
        await Load(cancel);
        return Partial("_Rows", this);
    }

    public async Task<IActionResult> OnPostStop(long id, CancellationToken cancel)
    {
        try
        {
            await stop.Stop(id, cancel);
            this.TellDone("Работа останавливается.");
        }
        catch (RuleViolation refusal)
        {
            this.TellRefused(refusal.Message);
        }

        return RedirectToPage(new { Before, Unfinished });
    }

    private async Task Load(CancellationToken cancel)
    {
        Jobs = await list.List(Before, PageSize, Unfinished, cancel);
        Names = (await names.Name(Jobs.Rows.Select(row => row.Run.RequestedBy), cancel))
            .ToDictionary(name => name.Key, name => Actors.UserIn(name.Key) is null ? name.Value : PersonalName.Short(name.Value));
    }
}
