using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Web.Infrastructure.Access;

/// <summary>
/// Who sent this request and in which place the user works in it. Pages ask it what to show: <c>workplace.Can(Permission.ConfirmRisk)</c>. Filled by
/// the session cookie and <see cref="EnterWorkplace"/>.
/// </summary>
public sealed class Workplace
{
    /// <summary>Null: nobody is signed in.</summary>
    public SignedInUser? User { get; private set; }

    /// <summary>The user's roles in the place of this request; empty outside a place.</summary>
    public IReadOnlyList<Post> Posts { get; private set; } = [];

    /// <summary>The place, as its first role describes it.</summary>
    /// <exception cref="TenancyViolation">The page stands in no place.</exception>
    public Post Place => Posts is [var first, ..] ? first : throw new TenancyViolation("No workplace: the route names none.");

    /// <summary>Code of the organisation, for addresses.</summary>
    public string OrganizationCode => Place.OrganizationCode ?? throw new TenancyViolation("The workplace is no organisation.");

    public OrganizationKind OrganizationKind => Place.OrganizationKind ?? throw new TenancyViolation("The workplace is no organisation.");

    public string RegionCode => Place.RegionCode ?? throw new TenancyViolation("The workplace has no region.");

    public bool Can(Permission permission) =>
        User is not null && (permission == Permission.OwnAccount || Posts.Any(post => RolePermissions.Has(post.Role, permission)));

    public void SignIn(SignedInUser user) => User = user;

    /// <returns>False: the user has no role there; whether such a place exists is not even asked.</returns>
    public bool Enter(PlaceKind kind, string? code)
    {
        var user = User ?? throw new InvalidOperationException("Nobody is signed in.");
        Posts = kind switch
        {
            PlaceKind.Organization => [.. user.Posts.Where(post => post.OrganizationCode is not null && post.OrganizationCode == code)],
            PlaceKind.Region => [.. user.Posts.Where(post => post.OrganizationCode is null && post.RegionCode is not null && post.RegionCode == code)],
            PlaceKind.Installation => [.. user.Posts.Where(post => post.Role == Role.Administrator)],
            _ => [],
        };
        return Posts.Count > 0 || kind == PlaceKind.Account;
    }
}
