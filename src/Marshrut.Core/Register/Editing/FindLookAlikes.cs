using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Editing;

/// <summary>Whom of the register somebody may be: the same СНИЛС, or the same name and birth date (DOMAIN §5).</summary>
public sealed class FindLookAlikes(MarshrutDb db) : IUseCase
{
    private const int Most = 5;

    /// <param name="exceptPersonId">The person of the form; 0: not in the register yet.</param>
    internal async Task<IReadOnlyList<LookAlike>> Find(string? snils, string sortName, DateOnly birthDate, long exceptPersonId, CancellationToken cancel)
    {
        var people = await db.People.AsNoTracking()
            .Where(person => person.Id != exceptPersonId)
            .Where(person => (snils != null && person.Snils == snils) || (person.SortName == sortName && person.BirthDate == birthDate))
            .OrderBy(person => person.Id)
            .Take(Most)
            .ToListAsync(cancel);
        if (people.Count == 0)
        {
            return [];
        }

        var ids = people.ConvertAll(person => person.Id);
        var studies = (await db.Enrolments.AsNoTracking().Where(row => ids.Contains(row.PersonId)).OrderByDescending(row => row.GraduationYear).ToListAsync(cancel))
            .ToLookup(row => row.PersonId);
        return
        [
            .. people.Where(person => studies.Contains(person.Id)).Select(person =>
            {
                var study = studies[person.Id].First();
                return new LookAlike(
                    person.Id,
                    study.Id,
                    $"{person.LastName} {person.FirstName} {person.MiddleName}".TrimEnd(),
                    person.BirthDate,
                    string.Join(", ", new[] { study.ProgrammeCode, study.Group is { } group ? $"группа {group}" : null, $"выпуск {study.GraduationYear}" }.Where(part => !string.IsNullOrEmpty(part))),
                    snils is not null && person.Snils == snils ? DuplicateReason.SameSnils : DuplicateReason.SameNameAndBirthDate);
            }),
        ];
    }

    /// <summary>Puts pairs that nobody has judged yet into the queue of possible duplicates: nothing is merged by itself.</summary>
    internal async Task Queue(IReadOnlyList<LookAlike> people, long personId, Func<long> nextId, CancellationToken cancel)
    {
        foreach (var person in people)
        {
            var known = await db.DuplicateCandidates.AnyAsync(
                pair => (pair.FirstPersonId == person.PersonId && pair.SecondPersonId == personId)
                    || (pair.FirstPersonId == personId && pair.SecondPersonId == person.PersonId),
                cancel);
            if (!known)
            {
                db.DuplicateCandidates.Add(new DuplicateCandidate
                {
                    Id = nextId(),
                    OrganizationId = db.Scope.OrganizationId,
                    FirstPersonId = Math.Min(person.PersonId, personId),
                    SecondPersonId = Math.Max(person.PersonId, personId),
                    Reason = person.Reason,
                });
            }
        }
    }
}
