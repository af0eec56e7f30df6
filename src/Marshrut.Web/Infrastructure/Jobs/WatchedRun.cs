using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Infrastructure.Jobs;

/// <summary>A page that shows how far one work is, stops it, and leads on to its results; it may be left and found again.</summary>
/// <param name="kind"><see cref="IBackgroundWork.Kind"/>: the run of another work is not found here.</param>
public abstract class WatchedRun(ShowJob show, StopJob stop, TimeProvider clock, string kind) : PageModel
{
    public JobProgressView View { get; private set; } = null!;

    /// <summary>Where the results are.</summary>
    public abstract string Results { get; }

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        if (View.Run.State != JobState.Done)
        {
            return Page();
        }

        this.TellDone(View.Run.Message);
        return Redirect(Results);
    }

    public async Task<IActionResult> OnGetProgress(long id, CancellationToken cancel) =>
        await Load(id, cancel) ? this.JobProgress(View) : NotFound();

    public async Task<IActionResult> OnPostStop(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        try
        {
            await stop.Stop(id, cancel);
        }
        catch (RuleViolation refusal)
        {
            this.TellRefused(refusal.Message);
        }

        return RedirectToPage();
    }

    /// <summary>«Сделано 202 из 310» in the words of the work.</summary>
    protected abstract string Words(long done, long total);

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } row || row.Run.Kind != kind)
        {
            return false;
        }

        View = new JobProgressView(row, clock.UtcNow()) { Words = Words };
        return true;
    }
}
