using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <summary>The name behind a code.</summary>
public sealed class ShowOrganizationName(MarshrutDb db) : IUseCase
{
    /// <returns>Null: the code is free.</returns>
    public Task<string?> Show(string code, CancellationToken cancel) =>
        db.Organizations.Where(row => row.Code == code).Select(row => (string?)row.Name).FirstOrDefaultAsync(cancel);
}
