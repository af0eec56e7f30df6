using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports.Planning;

/// <summary>
/// The part of the register that a batch of rows may be about: enrolments with the same Идентификатор, and people with the same СНИЛС or name and
/// birth date, each with all their enrolments. Loaded by three indexed queries a batch, whatever the size of the register.
/// </summary>
internal sealed class RegisterIndex
{
    private readonly Dictionary<string, Enrolment> byExternalId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Person> people = [];
    private readonly ILookup<string, Person> bySnils;
    private readonly ILookup<(string SortName, DateOnly BirthDate), Person> byName;
    private readonly ILookup<long, Enrolment> enrolments;

    private RegisterIndex(List<Enrolment> identified, List<Person> found, List<Enrolment> ofPeople)
    {
        foreach (var enrolment in identified)
        {
            byExternalId[enrolment.ExternalId] = enrolment;
        }

        foreach (var person in found)
        {
            people[person.Id] = person;
        }

        bySnils = people.Values.Where(person => person.Snils is not null).OrderBy(person => person.Id).ToLookup(person => person.Snils!);
        byName = people.Values.OrderBy(person => person.Id).ToLookup(person => (person.SortName, person.BirthDate));
        enrolments = ofPeople.OrderBy(enrolment => enrolment.Id).ToLookup(enrolment => enrolment.PersonId);
    }

    /// <summary>The batch is about nobody who was in the register.</summary>
    public bool IsEmpty => people.Count == 0;

    public static async Task<RegisterIndex> Load(KnownRegister known, IReadOnlyCollection<RowIdentity> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.ExternalId).Where(id => id is not null).Select(id => id!).Distinct().ToArray();
        var identified = ids.Length == 0 ? [] : await known.Enrolments.Where(row => ids.Contains(row.ExternalId)).ToListAsync(cancel);
        var numbered = identified.Select(row => row.ExternalId).ToHashSet(StringComparer.Ordinal);

        // Rows found by their own number need only their person; the others are looked for by СНИЛС and by name.
        var open = rows.Where(row => row.ExternalId is null || !numbered.Contains(row.ExternalId)).ToList();
        var snils = open.Select(row => row.Snils).Where(value => value is not null).Distinct().ToArray();
        var names = open.Where(row => row.BirthDate is not null).Select(row => (SortName(row), row.BirthDate!.Value)).Where(name => name.Item1.Length > 0).Distinct().ToList();
        var asked = new List<Person>();
        if (snils.Length > 0)
        {
            asked.AddRange(await known.People.Where(person => snils.Contains(person.Snils)).ToListAsync(cancel));
        }

        if (names.Count > 0)
        {
            asked.AddRange(await known.Named(names).ToListAsync(cancel));
        }

        // All enrolments of whoever is asked for without a number, also of one whom another row found by a number.
        var candidates = asked.Select(person => person.Id).Distinct().ToArray();
        var ofPeople = candidates.Length == 0 ? [] : await known.Enrolments.Where(row => candidates.Contains(row.PersonId)).ToListAsync(cancel);
        var others = identified.Select(row => row.PersonId).Except(candidates).ToArray();
        var found = others.Length == 0 ? [] : await known.People.Where(person => others.Contains(person.Id)).ToListAsync(cancel);
        found.AddRange(asked);
        return new RegisterIndex(identified, found, ofPeople);
    }

    public static string SortName(RowIdentity row) => row.LastName is null ? "" : NameText.Normalize($"{row.LastName} {row.FirstName} {row.MiddleName}");

    public Enrolment? ByExternalId(string? externalId) => externalId is null ? null : byExternalId.GetValueOrDefault(externalId);

    public IEnumerable<Person> BySnils(string? snils) => snils is null ? [] : bySnils[snils];

    public IEnumerable<Person> ByName(string sortName, DateOnly birthDate) => byName[(sortName, birthDate)];

    public IEnumerable<Enrolment> EnrolmentsOf(long personId) => enrolments[personId];

    public Person Person(long id) => people[id];
}
