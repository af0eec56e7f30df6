using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Calendar;

namespace Marshrut.Core.Agreements;

/// <summary>
/// Соглашение ЦЗН–ЦК (DOMAIN §8): a college or university and an employment centre agree on whom they hand over to each other and how soon it is answered.
/// What they owe each other stands in the catalogue of commitments, which comes later.
/// </summary>
public sealed class Agreement : ITwoSided
{
    private Agreement()
    {
    }

    public long Id { get; private init; }

    /// <summary>The college or university.</summary>
    public long FromOrganizationId { get; private init; }

    /// <summary>The employment centre.</summary>
    public long ToOrganizationId { get; private init; }

    public string Number { get; private set; } = "";

    /// <summary>Normalised number; with the day of signing unique between the two: «б/н» there may be several.</summary>
    public string NumberKey { get; private set; } = "";

    public DateOnly SignedOn { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day in force; null: no end was agreed.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Within so many working days after the day of sending the ЦЗН answers a transfer (R34).</summary>
    public int AcceptanceDays { get; private set; }

    public string FromPersonName { get; private set; } = "";

    public string? FromPersonPosition { get; private set; }

    public string? FromPersonPhone { get; private set; }

    public string? FromPersonEmail { get; private set; }

    public string ToPersonName { get; private set; } = "";

    public string? ToPersonPosition { get; private set; }

    public string? ToPersonPhone { get; private set; }

    public string? ToPersonEmail { get; private set; }

    /// <summary>The first day no longer in force, where the parties ended it early.</summary>
    public DateOnly? EndedOn { get; private set; }

    public string? EndReason { get; private set; }

    /// <summary>Grows with every change; a form that was filled in from another version is told of the change first.</summary>
    public int Version { get; private set; }

    public ResponsiblePerson FromPerson => new(FromPersonName, FromPersonPosition, FromPersonPhone, FromPersonEmail);

    public ResponsiblePerson ToPerson => new(ToPersonName, ToPersonPosition, ToPersonPhone, ToPersonEmail);

    public AgreementTerms Terms => new(Number, SignedOn, ValidFrom, ValidTo, AcceptanceDays, FromPerson, ToPerson);

    /// <summary>The last day on which it is in force; null: no end is in sight.</summary>
    public DateOnly? LastDay => EndedOn?.AddDays(-1) ?? ValidTo;

    /// <exception cref="Platform.RuleViolation">One of <see cref="AgreementRules"/>.</exception>
    public static Agreement Conclude(long id, Party from, Party to, AgreementTerms terms, IReadOnlyCollection<Agreement> others)
    {
        AgreementRules.PartiesFitEachOther(from, to);
        var agreement = new Agreement { Id = id, FromOrganizationId = from.Id, ToOrganizationId = to.Id };
        agreement.Put(terms, others);
        return agreement;
    }

    /// <exception cref="Platform.RuleViolation">One of <see cref="AgreementRules"/>.</exception>
    public void Change(AgreementTerms terms, IReadOnlyCollection<Agreement> others)
    {
        AgreementRules.IsNotEnded(this);
        Put(terms, others);
        Version++;
    }

    /// <param name="on">The first day no longer in force.</param>
    /// <exception cref="Platform.RuleViolation">One of <see cref="AgreementRules"/>.</exception>
    public void End(DateOnly on, string reason)
    {
        AgreementRules.IsNotEnded(this);
        AgreementRules.EndsWithinItsTerm(this, on);
        EndReason = Platform.Reason.Given(reason);
        EndedOn = on;
        Version++;
    }

    public AgreementState StateOn(DateOnly day) =>
        EndedOn <= day ? AgreementState.Ended
        : ValidTo < day ? AgreementState.Expired
        : day < ValidFrom ? AgreementState.NotYetInForce
        : AgreementState.InForce;

    /// <summary>Is it in force on a day from the first to the last?</summary>
    /// <param name="last">Null: no end is in sight.</param>
    public bool Overlaps(DateOnly first, DateOnly? last) => !IsEmpty && !(LastDay < first) && !(last < ValidFrom);

    /// <summary>The last day on which a transfer is answered in time.</summary>
    public WorkingDate AnswerBy(DateOnly sentOn) => WorkingDays.Russia.AddWorkingDays(sentOn, AcceptanceDays);

    /// <summary>Ended before it began.</summary>
    private bool IsEmpty => LastDay < ValidFrom;

    private void Put(AgreementTerms terms, IReadOnlyCollection<Agreement> others)
    {
        AgreementRules.NumberIsGiven(terms);
        AgreementRules.DatesAreInOrder(terms);
        AgreementRules.AcceptanceTermIsWithinBounds(terms);
        AgreementRules.EachSideNamesSomebody(terms);
        AgreementRules.NumberIsNotTaken(Id, terms, others);
        AgreementRules.NoOtherIsInForceAtTheSameTime(Id, terms, others);
        Number = terms.Number;
        NumberKey = AgreementTerms.KeyOf(terms.Number);
        SignedOn = terms.SignedOn;
        ValidFrom = terms.ValidFrom;
        ValidTo = terms.ValidTo;
        AcceptanceDays = terms.AcceptanceDays;
        (FromPersonName, FromPersonPosition, FromPersonPhone, FromPersonEmail) = terms.FromPerson;
        (ToPersonName, ToPersonPosition, ToPersonPhone, ToPersonEmail) = terms.ToPerson;
    }
}
