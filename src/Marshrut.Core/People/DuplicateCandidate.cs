using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.People;

public enum DuplicateReason
{
    SameSnils = 1,
    SameNameAndBirthDate = 2,
}

public enum DuplicateDecision
{
    Open = 0,
    DifferentPeople = 1,
    SamePerson = 2,
}

/// <summary>Two people of one organisation that may be one (DOMAIN §5): waits for somebody's decision, is never merged silently.</summary>
public sealed class DuplicateCandidate : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    /// <summary>The one known longer.</summary>
    public required long FirstPersonId { get; init; }

    public required long SecondPersonId { get; init; }

    public required DuplicateReason Reason { get; init; }

    public long? ImportId { get; init; }

    public DuplicateDecision Decision { get; set; }
}
