using Marshrut.Core.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Infrastructure.Forms;

/// <summary>
/// A form about one thing: a foreign one is not found, whatever is asked of it; what was typed stays where the act is refused, and the next press knows what
/// was told.
/// </summary>
internal static class FormActs
{
    /// <summary>Name of the field with the version that a form was filled in for.</summary>
    private const string Seen = "Seen";

    /// <param name="page">The page of the form.</param>
    /// <param name="load">Fills the page; false: there is no such thing here.</param>
    /// <param name="act">False: there is nothing to act on.</param>
    /// <param name="done">What is told then.</param>
    /// <param name="back">Where to go then.</param>
    public static async Task<IActionResult> Act(this PageModel page, Func<Task<bool>> load, Func<Task<bool>> act, string done, string back)
    {
        if (!await load())
        {
            return page.NotFound();
        }

        try
        {
            if (!await act())
            {
                return page.NotFound();
            }

            page.TellDone(done);
            return new RedirectResult(back);
        }
        catch (RuleViolation refusal)
        {
            await load();
            page.ModelState.Remove(Seen);
            return page.NotTaken(refusal);
        }
    }
}
