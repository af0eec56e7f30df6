using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Risk.Added;

/// <summary>One version of what an organisation adds to the methodology of its region (R43). Never changed: a new one takes its place.</summary>
public sealed class SupplementVersion : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    /// <summary>1, 2, 3… within its organisation.</summary>
    public required int Number { get; init; }

    /// <summary>Determinations on this day and later go by it, until the next one.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The <see cref="Rules.Risk.Supplement"/> as JSON.</summary>
    public required string Content { get; init; }

    public required string Reason { get; init; }

    public required string Actor { get; init; }

    public required DateTime CreatedAt { get; init; }
}
