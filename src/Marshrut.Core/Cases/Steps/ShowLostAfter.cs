using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Steps;

/// <summary>After how many attempts in a row without an answer the centre in scope may call a contact lost.</summary>
public sealed class ShowLostAfter(MarshrutDb db) : IUseCase
{
    public async Task<int> Show(CancellationToken cancel) =>
        await db.Organizations.Where(row => row.Id == db.Scope.OrganizationId).Select(row => row.LostAfter).SingleAsync(cancel) ?? ContactResults.LostAfter;
}
