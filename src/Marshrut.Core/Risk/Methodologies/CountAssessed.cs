using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Methodologies;

/// <summary>How many organisations of a region a determination of risk over it takes: all but schools.</summary>
public sealed class CountAssessed(MarshrutDb db) : IUseCase
{
    public Task<int> Count(string region, CancellationToken cancel) =>
        db.Organizations.CountAsync(row => row.RegionCode == region && row.Kind != OrganizationKind.School, cancel);
}
