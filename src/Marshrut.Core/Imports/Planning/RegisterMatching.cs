using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;

namespace Marshrut.Core.Imports.Planning;

/// <summary>Which stored enrolment a row is about (R7). One enrolment answers for one row of a file: a second equal row comes in separately.</summary>
internal sealed class RegisterMatching
{
    private readonly HashSet<long> claimed = [];

    /// <summary>Stored enrolments that some row of the file was about.</summary>
    public int Claimed => claimed.Count;

    public bool IsClaimed(long enrolmentId) => claimed.Contains(enrolmentId);

    /// <summary>Идентификатор; without it СНИЛС + programme; without that name + birth date + programme (R7). Null: not in the register.</summary>
    public Enrolment? Claim(RowIdentity row, RegisterIndex index)
    {
        var found = Find(row, index);
        if (found is not null)
        {
            claimed.Add(found.Id);
        }

        return found;
    }

    private Enrolment? Find(RowIdentity row, RegisterIndex index)
    {
        if (index.ByExternalId(row.ExternalId) is { } identified)
        {
            return identified;
        }

        var sortName = RegisterIndex.SortName(row);
        var bySnils = index.BySnils(row.Snils).ToLookup(person => (LastNameOf(person.SortName) == LastNameOf(sortName), person.BirthDate == row.BirthDate));

        // Who agrees in both comes first: one СНИЛС may stand with two people who wait for a decision, and each row is about its own.
        return Free(bySnils[(true, true)], row, index)
            ?? Free(bySnils[(true, false)].Concat(bySnils[(false, true)]).OrderBy(person => person.Id), row, index)
            ?? (row.BirthDate is { } birthDate && sortName.Length > 0
                ? Free(
                    index.ByName(sortName, birthDate)
                        .Where(person => row.Snils is null || person.Snils is null || person.Snils == row.Snils)

                        // Of two of one name, the one who has a СНИЛС waits for the row that says it, wherever in the file it stands.
                        .OrderBy(person => person.Snils != row.Snils),
                    row,
                    index)
                : null);
    }

    /// <summary>
    /// The oldest enrolment of these people in the row's programme that no row has claimed and no other number names; one without a number goes first,
    /// for the others wait for the row with theirs.
    /// </summary>
    private Enrolment? Free(IEnumerable<Person> people, RowIdentity row, RegisterIndex index) => people
        .SelectMany(person => index.EnrolmentsOf(person.Id))
        .OrderBy(enrolment => enrolment.ExternalId.Length > 0)
        .FirstOrDefault(enrolment => enrolment.ProgrammeCode == (row.ProgrammeCode ?? "")
            && (row.ExternalId is null || enrolment.ExternalId.Length == 0)
            && !claimed.Contains(enrolment.Id));

    internal static string LastNameOf(string sortName) => sortName.Split(' ', 2)[0];
}
