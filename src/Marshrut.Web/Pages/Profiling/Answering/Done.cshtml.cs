using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Web.Pages.Cabinet;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Answering;

/// <summary>The answers are there: what comes next.</summary>
[AllowAnonymous]
public sealed class DoneModel(ActingScope scope, OpenInvitation open, AnswerByLink answer, AnsweringSession session, CabinetDoor cabinet) : AnsweringPages(scope)
{
    public OpenedInvitation Opened { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (session.Invitation() is not { } id || await open.ById(id, cancel) is not { } door)
        {
            return Redirect(Here(Entry));
        }

        Enter(door);
        if (await answer.Show(id, cancel) is not { Invitation.State: InvitationState.Answered } opened)
        {
            return Redirect(Here(AnswersPath));
        }

        Opened = opened;
        return Page();
    }

    /// <summary>From the thanks to the own route, by the same invitation.</summary>
    public async Task<IActionResult> OnPostRoute(CancellationToken cancel) =>
        session.Invitation() is { } id && await open.ById(id, cancel) is { } door && await cabinet.Begin(door, cancel) ? Redirect(Here(CabinetPages.Home)) : Redirect(Here(Entry));
}
