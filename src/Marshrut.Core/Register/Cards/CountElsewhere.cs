using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Cards;

/// <summary>
/// In how many other organisations a person is known, by the keyed fingerprint (R41). On the bypass list: it lifts the filter of the organisation for
/// a count, and nothing but the number leaves it.
/// </summary>
public sealed class CountElsewhere(MarshrutDb db) : IUseCase
{
    public Task<int> Count(Person person, CancellationToken cancel) => db.People
        .IgnoreQueryFilters([MarshrutDb.OwnFilter])
        .Where(row => row.Fingerprint == person.Fingerprint && row.OrganizationId != person.OrganizationId)
        .Select(row => row.OrganizationId)
        .Distinct()
        .CountAsync(cancel);
}
