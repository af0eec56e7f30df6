using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <summary>The latest case of a person of the centre's register.</summary>
public sealed record PersonCase(long Id, CaseState State, DateOnly OpenedOn);

/// <summary>Whether the centre in scope works with a person of its register.</summary>
public sealed class FindPersonCase(MarshrutDb db) : IUseCase
{
    /// <returns>Null: there was never a case.</returns>
    public Task<PersonCase?> Find(long personId, CancellationToken cancel) => db.Cases.AsNoTracking()
        .Where(row => row.PersonId == personId)
        .OrderBy(row => row.State == CaseState.Closed).ThenByDescending(row => row.OpenedOn).ThenByDescending(row => row.Id)
        .Select(row => new PersonCase(row.Id, row.State, row.OpenedOn))
        .FirstOrDefaultAsync(cancel);
}
