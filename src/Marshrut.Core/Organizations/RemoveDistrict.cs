using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <summary>Takes a district out of a region's list. What stands in people's cards stays there as text.</summary>
public sealed class RemoveDistrict(MarshrutDb db) : IUseCase
{
    /// <exception cref="RuleViolation"><c>district-unknown</c>.</exception>
    public async Task Remove(string regionCode, long districtId, CancellationToken cancel)
    {
        var district = await db.Districts.FirstOrDefaultAsync(row => row.Id == districtId && row.RegionCode == regionCode, cancel)
            ?? throw new RuleViolation("district-unknown", "Этого района уже нет в списке. Обновите страницу.");
        db.Districts.Remove(district);
        db.Audit(new AuditDraft(null, AuditActions.DistrictsRemoved, "region", Details: new { region = regionCode, district = district.Name }));
        await db.SaveChangesAsync(cancel);
    }
}
