using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Profiling.Campaigns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Answering;

/// <summary>Where a personal link leads: a button. Only the press uses the link up: scanners of mail follow links and press nothing.</summary>
[AllowAnonymous]
public sealed class LinkModel(ActingScope scope, OpenInvitation open, AnswerByLink answer, AskForLink ask, AnsweringSession session) : AnsweringPages(scope)
{
    public OpenedInvitation Opened { get; private set; } = null!;

    /// <summary>It was pressed before, or a later one was.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>A new one is on its way.</summary>
    public bool IsAsked { get; private set; }

    public Task<IActionResult> OnGet(string token, CancellationToken cancel) => Show(token, cancel);

    public async Task<IActionResult> OnPost(string token, CancellationToken cancel)
    {
        if (await Load(token, cancel) is not { } link)
        {
            return NotFound();
        }

        if (!Opened.IsOpen)
        {
            return Page();
        }

        if (session.Invitation() != link.Door.InvitationId && !await answer.Press(link.Door.InvitationId, link.Number, cancel))
        {
            IsUsed = true;
            return Page();
        }

        session.Begin(link.Door.InvitationId);
        return Redirect(Here(AnswersPath));
    }

    public async Task<IActionResult> OnPostAsk(string token, CancellationToken cancel)
    {
        if (await Load(token, cancel) is not { } link)
        {
            return NotFound();
        }

        await ask.ByLink(link.Door, cancel);
        (IsUsed, IsAsked) = (true, true);
        return Page();
    }

    private async Task<IActionResult> Show(string token, CancellationToken cancel)
    {
        if (await Load(token, cancel) is not { } link)
        {
            return NotFound();
        }

        IsUsed = session.Invitation() != link.Door.InvitationId && !Opened.Invitation.IsFresh(link.Number);
        return Page();
    }

    private async Task<(InvitationDoor Door, int Number)?> Load(string token, CancellationToken cancel)
    {
        if (await open.ByLink(token, cancel) is not { } link)
        {
            return null;
        }

        Enter(link.Door);
        if (await answer.Show(link.Door.InvitationId, cancel) is not { } opened)
        {
            return null;
        }

        Opened = opened;
        return link;
    }
}
