using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Risk;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk;

/// <summary>How far the determination of risk is; the page may be left and found again.</summary>
public sealed class RunModel(ShowJob show, StopJob stop, Workplace workplace, TimeProvider clock) : PageModel
{
    public JobProgressView View { get; private set; } = null!;

    public string Results => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/risk";

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
            this.TellDone(refusal.Message);
        }

        return RedirectToPage();
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { Run.Kind: AssessWork.Name } row)
        {
            return false;
        }

        View = new JobProgressView(row, clock.UtcNow())
        {
            Words = (done, total) => $"Уровень определён у {Russian.Number(done)} из {Russian.Number(total)}",
        };
        return true;
    }
}
