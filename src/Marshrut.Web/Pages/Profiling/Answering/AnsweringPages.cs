using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Profiling.Campaigns;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Profiling.Answering;

/// <summary>Pages of a person without a password: the door of an invitation sets the scope, as the route does for the staff.</summary>
public abstract class AnsweringPages(ActingScope scope) : PageModel
{
    public const string Entry = "/q";
    public const string AnswersPath = "/q/answers";
    public const string DonePath = "/q/done";

    protected void Enter(InvitationDoor door)
    {
        scope.EnterOrganization(door.OrganizationId, door.RegionCode);
        scope.ActAs(Actors.OfPerson(door.PersonId));
    }

    /// <summary>An address of ours, wherever the program is mounted.</summary>
    protected string Here(string path) => Request.PathBase + path;
}
