using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Results;

/// <summary>The mask of characteristics by which the acting reader may filter a list of the organisation in scope (R27, R38).</summary>
internal static class VisibleCharacteristics
{
    /// <param name="db">The acting scope and its organisation.</param>
    /// <param name="special">The reader asked for more than ordinary ones; the caller has checked the right and writes the look down.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<uint> Visible(this MarshrutDb db, bool special, CancellationToken cancel)
    {
        var organization = db.Scope.OrganizationId;
        return RiskAccess.Visible(
            special,
            restricted: special && db.Scope.MayHandleRestricted
                && await db.Organizations.AnyAsync(row => row.Id == organization && row.Kind == OrganizationKind.EmploymentCentre, cancel));
    }
}
