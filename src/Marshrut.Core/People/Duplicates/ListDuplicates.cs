using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.People.Duplicates;

/// <summary>One of two people who may be one.</summary>
public sealed record DuplicatePerson(
    long Id, string LastName, string FirstName, string? MiddleName, DateOnly BirthDate, string? Snils, string? Phone, string? Email, IReadOnlyList<DuplicateStudy> Studies);

public sealed record DuplicateStudy(string ExternalId, string ProgrammeCode, string? Group, int GraduationYear);

public sealed record DuplicatePair(long Id, DuplicateReason Reason, DuplicateDecision Decision, DuplicatePerson First, DuplicatePerson Second);

/// <param name="Open">How many pairs wait for a decision, to <see cref="ListDuplicates.CountedTo"/>.</param>
public sealed record DuplicatePage(IReadOnlyList<DuplicatePair> Pairs, int Open, bool HasMore);

/// <summary>Pairs of people of the organisation in scope that may be one (DOMAIN §5), the undecided ones.</summary>
public sealed class ListDuplicates(MarshrutDb db) : IUseCase
{
    public const int CountedTo = 10_000;

    /// <param name="after">Number of the last pair of the page before; null: the first page.</param>
    /// <param name="count">Pairs on a page.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<DuplicatePage> List(long? after, int count, CancellationToken cancel)
    {
        var open = db.DuplicateCandidates.AsNoTracking().Where(pair => pair.Decision == DuplicateDecision.Open);
        var start = after ?? 0;
        var pairs = await open.Where(pair => pair.Id > start).OrderBy(pair => pair.Id).Take(count + 1).ToListAsync(cancel);
        var shown = pairs.Take(count).ToList();
        var ids = shown.SelectMany(pair => new[] { pair.FirstPersonId, pair.SecondPersonId }).Distinct().ToArray();
        var people = await People(ids, cancel);
        return new DuplicatePage(
            [
                .. shown.Where(pair => people.ContainsKey(pair.FirstPersonId) && people.ContainsKey(pair.SecondPersonId))
                    .Select(pair => new DuplicatePair(pair.Id, pair.Reason, pair.Decision, people[pair.FirstPersonId], people[pair.SecondPersonId])),
            ],
            await open.OrderBy(pair => pair.Id).Take(CountedTo + 1).CountAsync(cancel),
            pairs.Count > count);
    }

    private async Task<Dictionary<long, DuplicatePerson>> People(long[] ids, CancellationToken cancel)
    {
        var studies = (await db.Enrolments.AsNoTracking()
                .Where(row => ids.Contains(row.PersonId))
                .OrderBy(row => row.Id)
                .Select(row => new { row.PersonId, Study = new DuplicateStudy(row.ExternalId, row.ProgrammeCode, row.Group, row.GraduationYear) })
                .ToListAsync(cancel))
            .ToLookup(row => row.PersonId, row => row.Study);
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancel);
        return people.ToDictionary(
            person => person.Id,
            person => new DuplicatePerson(
                person.Id, person.LastName, person.FirstName, person.MiddleName, person.BirthDate, person.Snils, person.Phone, person.Email, [.. studies[person.Id]]));
    }
}
