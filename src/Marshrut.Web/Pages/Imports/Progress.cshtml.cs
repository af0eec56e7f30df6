using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.Frame;
using Marshrut.Web.Infrastructure.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Imports;

/// <summary>How far the writing is. The page may be closed: the job goes on.</summary>
public sealed class ProgressModel(Workplace workplace, ShowImportProgress show, PutBackImport putBack, StopJob stop, NameActors names, Moments moments, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public ImportProgress Import { get; private set; } = null!;

    public string Context { get; private set; } = "";

    /// <summary>Null: nobody writes it, though it waits.</summary>
    public JobProgressView? View => Import.Job is { Run.IsFinished: false } job
        ? new JobProgressView(job, clock.GetUtcNow().UtcDateTime) { StopText = "Остановить и вернуть как было", Words = (done, total) => Words(job.Run, done, total) }
        : null;

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Load(cancel) ?? Page();

    /// <summary>The moving part alone; once it is over, the browser is sent to what came of it.</summary>
    public async Task<IActionResult> OnGetProgress(CancellationToken cancel)
    {
        switch (await Load(cancel))
        {
            case null when View is { } view:
                return this.JobProgress(view);
            case null or RedirectToPageResult:
                Response.Headers["HX-Refresh"] = "true";
                return new EmptyResult();
            case var elsewhere:
                return elsewhere;
        }
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
            this.TellRefused(over.Message);
        }

        return RedirectToPage("Progress", new { org = workplace.OrganizationCode, Id });
    }

    /// <summary>For one that waits without a job: its order was lost with the program. It is looked at again before it is written.</summary>
    public async Task<IActionResult> OnPostAgain(CancellationToken cancel)
    {
        if (await Load(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        return RedirectToPage(await putBack.PutBack(Id, cancel) ? "Check" : "Progress", new { org = workplace.OrganizationCode, Id });
    }

    private static string Words(JobRun run, long done, long total) =>
        $"{(ApplyImportWork.IsWriting(run) ? "Записано" : "Проверено")} {Russian.Count(done, "строка", "строки", "строк")} из {Russian.Number(total)}";

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
