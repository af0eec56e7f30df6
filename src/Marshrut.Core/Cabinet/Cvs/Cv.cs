using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Cabinet.Cvs;

/// <summary>The CV of a person, written in the cabinet. It goes with its person.</summary>
public sealed class Cv : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long PersonId { get; init; }

    /// <summary>Sealed: <see cref="CvContent"/>.</summary>
    public required byte[] Content { get; set; }

    public required DateTime ChangedAt { get; set; }

    /// <summary>The day it was finished, and so became a record that the person prepares for work; null: still being written.</summary>
    public DateOnly? ReadyOn { get; set; }

    public int Version { get; set; }
}
