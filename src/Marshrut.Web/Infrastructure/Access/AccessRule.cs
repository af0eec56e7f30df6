using Marshrut.Core.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Marshrut.Web.Infrastructure.Access;

/// <summary>
/// Who opens an endpoint: those who have the permission in the place that its route names. Endpoint metadata; pages get it from the
/// <see cref="IFolderConventions"/> of their folder, minimal endpoints by <see cref="AccessRules.RequirePermission"/>.
/// </summary>
public sealed class AccessRule(PlaceKind place, Permission permission) : IAuthorizeData, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public PlaceKind Place { get; } = place;

    public Permission Permission { get; } = permission;

    public string? Policy { get; set; }

    public string? Roles { get; set; }

    public string? AuthenticationSchemes { get; set; }

    /// <summary>Name of the route value that the place needs; null where it needs none.</summary>
    public string? RouteValue => Place switch
    {
        PlaceKind.Organization => "org",
        PlaceKind.Region => "region",
        _ => null,
    };

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];

    public override string ToString() => $"{Place}: {Permission}";
}
