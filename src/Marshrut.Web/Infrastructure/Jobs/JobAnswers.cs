using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Infrastructure.Jobs;

/// <summary>Answers of a page that shows a background work.</summary>
public static class JobAnswers
{
    /// <summary>The part alone for a page that asks how far it is; once the work has ended the whole page is shown anew, with what came of it.</summary>
    public static IActionResult JobProgress(this PageModel page, JobProgressView view)
    {
        if (view.Run.IsFinished)
        {
            page.Response.Headers["HX-Refresh"] = "true";
        }

        return page.Partial("_JobProgress", view);
    }
}
