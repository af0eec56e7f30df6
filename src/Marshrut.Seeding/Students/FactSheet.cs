using Marshrut.Rules.Risk;

namespace Marshrut.Seeding.Students;

/// <summary>Everything that was ever said of one student, by day: the register as it stood on any day can be taken from it.</summary>
public sealed class FactSheet
{
    private readonly List<(FactCode Code, FactEntry Entry)> entries = [];

    public IReadOnlyList<(FactCode Code, FactEntry Entry)> Entries => entries;

    public DateOnly? HealthConsentOn { get; set; }

    public void Add(FactCode code, FactEntry entry) => entries.Add((code, entry));

    public PersonFacts PersonOn(DateOnly day)
    {
        var facts = new PersonFacts { HealthConsentOn = HealthConsentOn <= day ? HealthConsentOn : null };
        foreach (var (code, entry) in entries)
        {
            if (code.IsOfPerson && entry.RecordedOn.Day <= day)
            {
                facts.Offer(code, entry);
            }
        }

        return facts;
    }

    public EnrolmentFacts EnrolmentOn(DateOnly day)
    {
        var facts = new EnrolmentFacts();
        foreach (var (code, entry) in entries)
        {
            if (!code.IsOfPerson && entry.RecordedOn.Day <= day)
            {
                facts.Offer(code, entry);
            }
        }

        return facts;
    }
}
