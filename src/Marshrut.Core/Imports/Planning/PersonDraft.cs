using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Planning;

/// <summary>A person as the file will leave them. Rows of the file are laid over it one after another; what counts is the end.</summary>
internal sealed class PersonDraft
{
    /// <summary>Null for a new person: a register of a hundred thousand new people holds no empty blocks.</summary>
    private readonly Was? before;

    public PersonDraft(long id)
    {
        Id = id;
        Values = null!;
        SortName = "";
    }

    public PersonDraft(Person stored, PersonFacts facts, string? workLimits)
    {
        Id = stored.Id;
        Stored = stored;
        Values = PersonValues.Of(stored);
        SortName = stored.SortName;
        Facts = facts;
        WorkLimits = workLimits;
        before = new Was(Values, facts, workLimits);
    }

    public long Id { get; }

    /// <summary>Null: made by this import.</summary>
    public Person? Stored { get; }

    public PersonValues Values { get; private set; }

    /// <summary>Normalised name of <see cref="Values"/>: four places ask for it in every row.</summary>
    public string SortName { get; private set; }

    public PersonFacts Facts { get; private set; }

    public string? WorkLimits { get; private set; }

    public bool IsNew => Stored is null;

    public bool WorkLimitsChanged => WorkLimits != before?.WorkLimits;

    public void Lay(RegisterRow row, DateOnly today)
    {
        Values = row.Over(Values);
        SortName = Values.SortName;
        var facts = Facts;
        foreach (var fact in row.Facts.Where(fact => fact.Code.IsOfPerson))
        {
            if (FactLaying.Changes(facts.Get(fact.Code, FactRank.Stated), fact.Value, today))
            {
                FactLaying.Put(ref facts, fact, today);
            }
        }

        switch (row.ConsentHealth.State)
        {
            case FieldState.Given:
                facts.HealthConsentOn = row.ConsentHealth.Value;
                break;
            case FieldState.Erased:
                // Without the consent nothing about health is kept (R2, DOMAIN §13).
                facts.HealthConsentOn = default;
                facts.Clear(FactCode.Disability, FactRank.Stated);
                WorkLimits = null;
                break;
        }

        if (!row.WorkLimits.IsBlank && (row.WorkLimits.State == FieldState.Erased || facts.HealthConsentOn.Day is not null))
        {
            WorkLimits = row.WorkLimits.Over(WorkLimits);
        }

        Facts = facts;
    }

    public void PointWorkLimits(long evidenceId)
    {
        var facts = Facts;
        facts.WorkLimitsEvidenceId = WorkLimits is null ? 0 : evidenceId;
        Facts = facts;
    }

    /// <summary>Field key, before, after; before of a new person is null.</summary>
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

        if (WorkLimitsChanged)
        {
            yield return new FieldChange("workLimits", before?.WorkLimits, WorkLimits, IsSensitive: true);
        }
    }

    /// <summary>Consents that the file brings: a new one, or another day of a known one.</summary>
    public IEnumerable<(ConsentPurpose Purpose, DateOnly Day)> SignedConsents()
    {
        if (Values.TransferConsentOn is { } transfer && transfer != before?.Values.TransferConsentOn)
        {
            yield return (ConsentPurpose.Transfer, transfer);
        }

        if (Values.RiskConsentOn is { } risk && risk != before?.Values.RiskConsentOn)
        {
            yield return (ConsentPurpose.Risk, risk);
        }

        if (Facts.HealthConsentOn.Day is { } health && health != before?.Facts.HealthConsentOn.Day)
        {
            yield return (ConsentPurpose.Health, health);
        }
    }

    public bool IsChanged => IsNew || Changes().Any();

    private sealed record Was(PersonValues Values, PersonFacts Facts, string? WorkLimits);
}
