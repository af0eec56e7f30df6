using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Profiling.Groups;

/// <summary>A named part of an organisation's people by a rule (DOMAIN §2). Who belongs is never stored: the rule is asked each time.</summary>
public sealed class ClientGroup : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required string Title { get; set; }

    /// <summary><see cref="RuleText"/>.</summary>
    public required string Rule { get; set; }

    /// <summary>Who made it.</summary>
    public required long AuthorId { get; init; }

    /// <summary>Colleagues see it too; else its author alone.</summary>
    public bool IsShared { get; set; }

    /// <summary>Grows with every change; a form that was filled in from another version is told of the change first.</summary>
    public int Version { get; set; }
}
