using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.People;

/// <summary>
/// A signed consent. Purpose, dates, recipient and document are sealed in a block of one size: a row must not tell that it is about health (R27).
/// </summary>
public sealed class ConsentRecord : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long PersonId { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required byte[] Sealed { get; set; }

    /// <summary>The last day of a live consent with a term: a nightly job finds it by this. A day alone does not tell the purpose.</summary>
    public DateOnly? EndsOn { get; set; }
}
