using Marshrut.Core.People;
using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Register.Consents;

/// <summary>A version of the text of a consent, as an organisation adopted it. Never changed: what somebody signed stays readable.</summary>
public sealed class ConsentTemplate : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    /// <summary>1, 2, 3… within the organisation and the purpose.</summary>
    public required int Number { get; init; }

    /// <summary>With places in braces (<see cref="Rules.Consents.ConsentText"/>).</summary>
    public required string Text { get; init; }

    /// <summary>How long a consent by this text holds; null: until it is withdrawn.</summary>
    public int? TermMonths { get; init; }

    public required DateTime AdoptedAt { get; init; }

    /// <summary>The user; null: the program.</summary>
    public long? AdoptedBy { get; init; }
}
