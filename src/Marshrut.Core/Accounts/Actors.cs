namespace Marshrut.Core.Accounts;

/// <summary>Names of actors in the journal.</summary>
public static class Actors
{
    public const string CommandLine = "system:cli";

    public static string Of(long userId) => FormattableString.Invariant($"user:{userId}");

    /// <summary>A person who answers by a link or a code.</summary>
    public static string OfPerson(long personId) => FormattableString.Invariant($"person:{personId}");

    public static bool IsPerson(string actor) => actor.StartsWith("person:", StringComparison.Ordinal);

    /// <summary>The user of <c>user:12</c>; null for a system process.</summary>
    public static long? UserIn(string actor) =>
        actor.StartsWith("user:", StringComparison.Ordinal) && long.TryParse(actor.AsSpan(5), out var id) ? id : null;
}
