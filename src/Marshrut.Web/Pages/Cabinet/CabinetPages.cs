using Marshrut.Core.Accounts;
using Marshrut.Core.Cabinet;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Profiling.Campaigns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>A page of a person about themselves: <see cref="CabinetEntry"/> sets the scope and the owner before any handler runs.</summary>
[TypeFilter(typeof(CabinetEntry))]
public abstract class CabinetPages : PageModel
{
    public const string Home = "/my";
    public const string Entry = "/my/sign-in";

    public CabinetOwner Own { get; internal set; } = null!;

    /// <summary>An address of ours, wherever the program is mounted.</summary>
    protected string Here(string path) => Request.PathBase + path;
}

/// <summary>Without a session there is the door alone.</summary>
public sealed class CabinetEntry(CabinetDoor door) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await door.Owner(context.HttpContext.RequestAborted) is not { } owner)
        {
            context.Result = new RedirectResult(context.HttpContext.Request.PathBase + CabinetPages.Entry);
            return;
        }

        ((CabinetPages)context.HandlerInstance).Own = owner;
        await next();
    }
}

/// <summary>Lets a person in, and says who is in.</summary>
public sealed class CabinetDoor(ActingScope scope, OpenInvitation invitations, OpenCabinet cabinet, CabinetSession session)
{
    public async Task<CabinetOwner?> Owner(CancellationToken cancel) =>
        session.Invitation() is { } id && await invitations.ById(id, cancel) is { } door ? await Enter(door, cancel) : null;

    /// <summary>Opens the cabinet of who was let in by an invitation.</summary>
    /// <returns>False: it opens none any more.</returns>
    public async Task<bool> Begin(InvitationDoor door, CancellationToken cancel)
    {
        if (await Enter(door, cancel) is null)
        {
            return false;
        }

        session.Begin(door.InvitationId);
        return true;
    }

    private Task<CabinetOwner?> Enter(InvitationDoor door, CancellationToken cancel)
    {
        scope.EnterOrganization(door.OrganizationId, door.RegionCode);
        scope.ActAs(Actors.OfPerson(door.PersonId));
        return cabinet.Open(door.InvitationId, cancel);
    }
}
