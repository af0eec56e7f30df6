namespace Marshrut.Core.Platform.Audit;

/// <summary>What a use case says of itself; the chain gives it a number and a hash when it is saved.</summary>
/// <param name="OrganizationId">Whose journal; null: the installation's.</param>
/// <param name="Action">Stable code.</param>
/// <param name="SubjectKind">What it was done to: <c>person</c>, <c>import</c>, <c>methodology</c>…</param>
/// <param name="Details">Counts and codes, serialised as JSON; never personal values.</param>
/// <param name="Values">Personal values (before, after) and the reason; sealed under the person's key. Needs <paramref name="PersonId"/>.</param>
public sealed record AuditDraft(
    long? OrganizationId,
    string Action,
    string SubjectKind,
    long? SubjectId = null,
    long? PersonId = null,
    object? Details = null,
    AuditValues? Values = null);

/// <summary>Personal part of a journal line.</summary>
/// <param name="Changes">Field title → before, after, as the user reads them.</param>
public sealed record AuditValues(string? Reason, IReadOnlyList<AuditChange> Changes);

public sealed record AuditChange(string Field, string? Before, string? After);
