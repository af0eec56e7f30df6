using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Profiling.Campaigns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Answering;

/// <summary>The door for a printed code: with the birth date it opens the questionnaire; the code on the wall leads to its own page.</summary>
[AllowAnonymous]
public sealed class EntryModel(ActingScope scope, OpenInvitation open, AskForLink ask, AnsweringSession session) : AnsweringPages(scope)
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Birth { get; set; }

    /// <summary>The code and the date do not fit together: which of them is not told.</summary>
    public bool IsRefused { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Birth) && await ask.Wall(Code, cancel) is not null)
        {
            return Redirect(Here($"/q/w/{Uri.EscapeDataString(Code!.Trim())}"));
        }

        var born = RussianDates.TryParse((Birth ?? "").Trim(), out var day) ? day : (DateOnly?)null;
        if (await open.ByCode(Code, born, cancel) is { } door)
        {
            session.Begin(door.InvitationId);
            return Redirect(Here(AnswersPath));
        }

        IsRefused = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
