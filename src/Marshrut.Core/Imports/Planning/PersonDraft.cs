using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Planning;

/// <summary>A person as the file will leave them. Rows of the file are laid over it one after another; what counts is the end.</summary>
internal sealed class PersonDraft
{
    private readonly PersonValues? valuesBefore;
    private readonly PersonFacts factsBefore;
    private readonly string? workLimitsBefore;

    public PersonDraft(long id)
    {
        Id = id;
        Values = null!;
    }

    public PersonDraft(Person stored, PersonFacts facts, string? workLimits)
    {
        Id = stored.Id;
        Stored = stored;
        Values = valuesBefore = PersonValues.Of(stored);
        Facts = factsBefore = facts;
        WorkLimits = workLimitsBefore = workLimits;
    }

    public long Id { get; }

    /// <summary>Null: made by this import.</summary>
    public Person? Stored { get; }

    public PersonValues Values { get; private set; }

    public PersonFacts Facts { get; private set; }

    public string? WorkLimits { get; private set; }

    public bool IsNew => Stored is null;

    public bool WorkLimitsChanged => WorkLimits != workLimitsBefore;

    public void Lay(RegisterRow row, DateOnly today)
    {
        Values = row.Over(Values);
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
        var before = valuesBefore?.Fields().ToDictionary(field => field.Key, field => field.Text);
        foreach (var (key, text) in Values.Fields())
        {
            var old = before?[key];
            if (old != text)
            {
                yield return new FieldChange(key, old, text);
            }
        }

        foreach (var change in FactLaying.Differences(factsBefore, Facts))
        {
            yield return change;
        }

        if (WorkLimitsChanged)
        {
            yield return new FieldChange("workLimits", workLimitsBefore, WorkLimits, IsSensitive: true);
        }
    }

    public bool IsChanged => IsNew || Changes().Any();
}
