using System.Runtime.InteropServices;

namespace Marshrut.Core.Imports.Planning;

/// <summary>
/// People whom the file itself brings, found again by СНИЛС or by name (R7). Of those who are written already only what finds them is kept: a register
/// of a hundred thousand people is never held whole.
/// </summary>
internal sealed class NewPeople
{
    private readonly Dictionary<string, NewPerson> bySnils = new(StringComparer.Ordinal);
    private readonly Dictionary<(string SortName, DateOnly BirthDate), NewPerson> byName = [];
    private readonly List<NewPerson> drafts = [];

    public void Add(PersonDraft draft, string? snils, string sortName, DateOnly birthDate)
    {
        var person = new NewPerson(draft, sortName, birthDate);
        drafts.Add(person);
        ref var sameName = ref CollectionsMarshal.GetValueRefOrAddDefault(byName, (sortName, birthDate), out _);
        (person.SameName, sameName) = (sameName, person);
        if (snils is not null)
        {
            ref var sameSnils = ref CollectionsMarshal.GetValueRefOrAddDefault(bySnils, snils, out _);
            (person.SameSnils, sameSnils) = (sameSnils, person);
        }
    }

    /// <summary>Oldest first.</summary>
    public IEnumerable<NewPerson> BySnils(string? snils) => snils is null ? [] : Chain(bySnils.GetValueOrDefault(snils), person => person.SameSnils);

    /// <inheritdoc cref="BySnils"/>
    public IEnumerable<NewPerson> ByName(string sortName, DateOnly birthDate) => Chain(byName.GetValueOrDefault((sortName, birthDate)), person => person.SameName);

    /// <summary>Everybody so far stands in the database: the drafts are let go.</summary>
    public void LetGo()
    {
        foreach (var person in drafts)
        {
            person.Draft = null;
        }

        drafts.Clear();
    }

    private static IEnumerable<NewPerson> Chain(NewPerson? last, Func<NewPerson, NewPerson?> before)
    {
        if (last is null)
        {
            return [];
        }

        var chain = new Stack<NewPerson>();
        for (var person = last; person is not null; person = before(person))
        {
            chain.Push(person);
        }

        return chain;
    }
}

/// <summary>A person whom the file brings, as the rows below may ask for them.</summary>
internal sealed class NewPerson(PersonDraft draft, string sortName, DateOnly birthDate)
{
    public long Id { get; } = draft.Id;

    public string SortName { get; } = sortName;

    public DateOnly BirthDate { get; } = birthDate;

    /// <summary>Null: written already.</summary>
    public PersonDraft? Draft { get; set; } = draft;

    /// <summary>The one before with the same СНИЛС.</summary>
    public NewPerson? SameSnils { get; set; }

    /// <summary>The one before with the same name and birth date.</summary>
    public NewPerson? SameName { get; set; }
}
