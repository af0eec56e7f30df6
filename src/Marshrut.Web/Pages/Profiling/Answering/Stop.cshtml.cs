using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Profiling.Campaigns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Answering;

/// <summary>No more letters of a campaign; any link of it will do, pressed or not.</summary>
[AllowAnonymous]
public sealed class StopModel(ActingScope scope, OpenInvitation open, AnswerByLink answer) : AnsweringPages(scope)
{
    public bool IsStopped { get; private set; }

    public async Task<IActionResult> OnGet(string token, CancellationToken cancel) => await open.ByLink(token, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPost(string token, CancellationToken cancel)
    {
        if (await open.ByLink(token, cancel) is not { } link)
        {
            return NotFound();
        }

        Enter(link.Door);
        await answer.StopLetters(link.Door.InvitationId, cancel);
        IsStopped = true;
        return Page();
    }
}
