using Marshrut.Core.Platform.Text;
using Marshrut.Core.Profiling.Campaigns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>The door of the cabinet: the code of a slip with the birth date, the same that opens a questionnaire.</summary>
[AllowAnonymous]
public sealed class SignInModel(OpenInvitation open, CabinetDoor door, CabinetSession session) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Birth { get; set; }

    /// <summary>The code and the date do not fit together, or open nothing any more: which of them is not told.</summary>
    public bool IsRefused { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var born = RussianDates.TryParse((Birth ?? "").Trim(), out var day) ? day : (DateOnly?)null;
        if (await open.ByCode(Code, born, cancel) is { } found && await door.Begin(found, cancel))
        {
            return Redirect(Request.PathBase + CabinetPages.Home);
        }

        IsRefused = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public IActionResult OnPostLeave()
    {
        session.End();
        return Redirect(Request.PathBase + CabinetPages.Entry);
    }
}
