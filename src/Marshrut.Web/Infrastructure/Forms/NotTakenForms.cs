using Marshrut.Core.Platform;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Infrastructure.Forms;

/// <summary>A post that was not taken: the same page with what the user wrote, what is wrong, and status 422.</summary>
public static class NotTakenForms
{
    public static PageResult NotTaken(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }

    /// <param name="page">The page.</param>
    /// <param name="refusal">The rule that forbids it; its sentence is shown.</param>
    /// <param name="field">Name of the field to show it at, «Input.Name»; empty: over the form.</param>
    public static PageResult NotTaken(this PageModel page, RuleViolation refusal, string field = "")
    {
        page.ModelState.AddModelError(field, refusal.Message);
        return page.NotTaken();
    }
}
