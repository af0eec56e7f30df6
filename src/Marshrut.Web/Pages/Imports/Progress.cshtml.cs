using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Imports;

/// <summary>How far the writing is. The page may be closed: the job goes on.</summary>
public sealed class ProgressModel(Workplace workplace, ShowImportProgress show, QueueImport queue, StopJob stop, NameActors names, Moments moments) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public ImportProgress Import { get; private set; } = null!;

    public string Context { get; private set; } = "";

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Load(cancel) ?? Page();

    /// <summary>The moving part alone; once it is over, the browser is sent to what came of it.</summary>
    public async Task<IActionResult> OnGetPart(CancellationToken cancel)
    {
        if (await Load(cancel) is not { } elsewhere)
        {
            return Partial("_Progress", this);
        }

        if (elsewhere is RedirectToPageResult)
        {
            Response.Headers["HX-Redirect"] = Url.Page("Progress", new { org = workplace.OrganizationCode, Id });
            return new EmptyResult();
        }

        return elsewhere;
    }

    public async Task<IActionResult> OnPostStop(CancellationToken cancel)
    {
        if (await Load(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        try
        {
            if (Import.Job is { } job)
            {
                await stop.Stop(job.Run.Id, cancel);
            }
        }
        catch (RuleViolation over)
        {
            this.TellDone(over.Message);
        }

        return RedirectToPage("Progress", new { org = workplace.OrganizationCode, Id });
    }

    /// <summary>For one that waits without a job: its order was lost with the program.</summary>
    public async Task<IActionResult> OnPostAgain(CancellationToken cancel)
    {
        if (await Load(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        try
        {
            await queue.Queue(Id, Import.AllOrNothing, cancel);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal);
        }

        return RedirectToPage("Progress", new { org = workplace.OrganizationCode, Id });
    }

    private async Task<IActionResult?> Load(CancellationToken cancel)
    {
        if (await show.Show(Id, cancel) is not { } import || ImportWords.Page(import.State) is not { } page)
        {
            return NotFound();
        }

        if (page != "Progress")
        {
            return RedirectToPage(page, new { org = workplace.OrganizationCode, Id });
        }

        Import = import;
        var name = (await names.Name([import.Actor], cancel))[import.Actor];
        var began = import.Job is { } job ? $" · начата {moments.Written(job.Run.CreatedAt)}" : "";
        Context = $"{import.FileName}{began} · {(Actors.UserIn(import.Actor) is null ? name : PersonalName.Short(name))}";
        return null;
    }
}
