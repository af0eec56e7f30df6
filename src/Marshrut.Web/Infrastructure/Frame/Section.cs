using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Infrastructure.Frame;

/// <summary>A line of the sidebar as its folder declares it (<see cref="FolderDescription.Section"/>).</summary>
public sealed record Section(PlaceKind Place, Permission Permission, int Order, string Route, string Icon, string Text, string? Group, string? TextInSchool, string? TextInCentre)
{
    /// <summary>Its words in the user's place.</summary>
    public string TextIn(Post place) => place.OrganizationKind switch
    {
        OrganizationKind.School => TextInSchool ?? Text,
        OrganizationKind.EmploymentCentre => TextInCentre ?? Text,
        _ => Text,
    };

    /// <summary>The address in the user's place.</summary>
    public string Href(Post place) => Route
        .Replace("{org}", Uri.EscapeDataString(place.OrganizationCode ?? ""), StringComparison.Ordinal)
        .Replace("{region}", place.RegionCode, StringComparison.Ordinal);
}
