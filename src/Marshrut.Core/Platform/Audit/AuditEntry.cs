namespace Marshrut.Core.Platform.Audit;

/// <summary>
/// One line of the journal: who, when, what, why. Append-only; chained by hash over every column (R33). Personal values and reasons stand in
/// <see cref="Sealed"/>, under the person's own key: destroying the key leaves the chain whole.
/// </summary>
public sealed class AuditEntry
{
    /// <summary><c>installation</c> or <c>org:ID</c>.</summary>
    public required string Chain { get; init; }

    /// <summary>1, 2, 3… within the chain.</summary>
    public required long Sequence { get; init; }

    public required DateTime At { get; init; }

    /// <summary><c>user:12</c>, <c>system:cli</c>…</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, as a stable code: <c>person.changed</c>, <c>import.applied</c>, <c>special.read</c>.</summary>
    public required string Action { get; init; }

    public required string SubjectKind { get; init; }

    public long? SubjectId { get; init; }

    public long? PersonId { get; init; }

    /// <summary>Counts and codes as JSON; nothing personal.</summary>
    public required string Details { get; init; }

    /// <summary>Before, after and reason of a change to a person; ciphertext.</summary>
    public byte[]? Sealed { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }
}
