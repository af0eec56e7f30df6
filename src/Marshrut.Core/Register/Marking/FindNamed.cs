using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Marking;

/// <summary>Somebody of the register whom a line may mean.</summary>
public sealed record NamedPerson(long EnrolmentId, string LastName, string FirstName, string? MiddleName, string? Group, string ProgrammeCode, int GraduationYear);

/// <param name="People">One: it is he; several: somebody must decide; none: nobody of this name.</param>
/// <param name="SameAs">Number of an earlier line that means the same person; null: none.</param>
public sealed record NamedMatch(NamedLine Line, IReadOnlyList<NamedPerson> People, int? SameAs);

/// <summary>Finds people of the register in scope by name and group: all of a list in few commands.</summary>
public sealed class FindNamed(MarshrutDb db) : IUseCase
{
    private const int AtOnce = 1_000;

    /// <returns>A match for each line, in their order. A namesake in another group is left out where the group is given.</returns>
    public async Task<IReadOnlyList<NamedMatch>> Find(IReadOnlyList<NamedLine> lines, CancellationToken cancel)
    {
        var surnames = lines.Select(line => Surname(line.Name)).ToHashSet();
        var ids = new List<long>();

        // The names of a register are read once through: a condition for each of a thousand surnames costs more.
        await foreach (var row in db.Enrolments.AsNoTracking().Where(row => row.Status != EnrolmentStatus.Expelled).Select(row => new { row.Id, row.SortName }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (surnames.Contains(Surname(row.SortName)))
            {
                ids.Add(row.Id);
            }
        }

        var known = new List<(string Name, NamedPerson Person)>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            var rows = await db.Enrolments.AsNoTracking().Where(row => some.Contains(row.Id))
                .Join(db.People, row => row.PersonId, person => person.Id, (row, person) => new
                {
                    row.SortName,
                    Person = new NamedPerson(row.Id, person.LastName, person.FirstName, person.MiddleName, row.Group, row.ProgrammeCode, row.GraduationYear),
                }).ToListAsync(cancel);
            known.AddRange(rows.Select(row => (row.SortName, row.Person)));
        }

        var bySurname = known.ToLookup(row => Surname(row.Name), row => row);
        var seen = new Dictionary<long, int>();
        return [.. lines.Select(line => Match(line, [.. bySurname[Surname(line.Name)]], seen))];
    }

    /// <summary>The first word: a double surname is found by its first half.</summary>
    private static string Surname(string name) => name.Split(' ', '-')[0];

    private static NamedMatch Match(NamedLine line, IReadOnlyList<(string Name, NamedPerson Person)> known, Dictionary<long, int> seen)
    {
        var people = known.Where(row => Means(line.Name, row.Name)).Select(row => row.Person).ToList();
        if (line.Group.Length > 0)
        {
            people.RemoveAll(person => NameText.Normalize(person.Group) != line.Group);
        }

        int? same = people is [var one] && !seen.TryAdd(one.EnrolmentId, line.Number) ? seen[one.EnrolmentId] : null;
        return new NamedMatch(line, [.. people.OrderBy(person => person.Group, StringComparer.Ordinal).ThenBy(person => person.EnrolmentId)], same);
    }

    /// <summary>The whole name, or its beginning at a word: «Иванова Анна» means «Иванова Анна Петровна», «Иванова А. П.» by initials too.</summary>
    private static bool Means(string typed, string whole)
    {
        if (whole == typed || whole.StartsWith(typed + " ", StringComparison.Ordinal))
        {
            return true;
        }

        var (words, names) = (typed.Replace(".", ". ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries), whole.Split(' '));
        return words.Length > 1 && words.Length <= names.Length && words.Zip(names).Select((pair, place) => (pair.First, pair.Second, place)).All(pair =>
            pair.First == pair.Second || (pair.place > 0 && pair.First is [var initial, '.'] && pair.Second.StartsWith(initial)));
    }
}
