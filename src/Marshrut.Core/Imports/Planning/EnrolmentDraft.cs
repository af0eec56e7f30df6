using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Planning;

/// <summary>An enrolment as one row of the file will leave it.</summary>
internal sealed class EnrolmentDraft
{
    private readonly Was? before;

    public EnrolmentDraft(long id, PersonDraft person, RegisterRow row, DateOnly today)
    {
        Id = id;
        Person = person;
        Values = row.Over((EnrolmentValues?)null);
        Facts = Lay(default, row, today);
    }

    public EnrolmentDraft(Enrolment stored, EnrolmentFacts facts, PersonDraft person, RegisterRow row, DateOnly today)
    {
        Id = stored.Id;
        Person = person;
        Stored = stored;
        before = new Was(EnrolmentValues.Of(stored), facts);
        Values = row.Over(before.Values);
        Facts = Lay(facts, row, today);
    }

    public long Id { get; }

    public PersonDraft Person { get; }

    /// <summary>Null: made by this import.</summary>
    public Enrolment? Stored { get; }

    public EnrolmentValues Values { get; }

    public EnrolmentFacts Facts { get; }

    public bool IsNew => Stored is null;

    public bool IsChanged => before is null || Values != before.Values || FactLaying.Differences(before.Facts, Facts).Any();

    public IEnumerable<FieldChange> Changes()
    {
        var old = before?.Values.Fields().ToDictionary(field => field.Key, field => field.Text);
        foreach (var (key, text) in Values.Fields())
        {
            if (old?[key] is var was && was != text)
            {
                yield return new FieldChange(key, was, text);
            }
        }

        foreach (var change in FactLaying.Differences(before?.Facts ?? default, Facts))
        {
            yield return change;
        }
    }

    private static EnrolmentFacts Lay(EnrolmentFacts facts, RegisterRow row, DateOnly today)
    {
        foreach (var fact in row.Facts.Where(fact => !fact.Code.IsOfPerson))
        {
            if (FactLaying.Changes(facts.Get(fact.Code, FactRank.Stated), fact.Value, today))
            {
                FactLaying.Put(ref facts, fact, today);
            }
        }

        return facts;
    }

    private sealed record Was(EnrolmentValues Values, EnrolmentFacts Facts);
}
