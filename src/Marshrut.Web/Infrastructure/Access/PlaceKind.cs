namespace Marshrut.Web.Infrastructure.Access;

/// <summary>Where a page stands; says what its route must carry (DESIGN §5, first net).</summary>
public enum PlaceKind
{
    /// <summary><c>/o/{org}/…</c>: one organisation by its code.</summary>
    Organization,

    /// <summary><c>/r/{region}/…</c>: one region by its two digits.</summary>
    Region,

    /// <summary><c>/admin/…</c>: the whole installation, without people.</summary>
    Installation,

    /// <summary><c>/account/…</c>: the user's own account.</summary>
    Account,
}
