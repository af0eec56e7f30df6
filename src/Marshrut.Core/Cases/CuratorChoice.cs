namespace Marshrut.Core.Cases;

/// <summary>Who is to work with people that are taken over.</summary>
/// <param name="UserId">One for all; null: nobody yet.</param>
/// <param name="Evenly">Shared out among the curators who are there: each next person goes to whoever carries least.</param>
public sealed record CuratorChoice(long? UserId = null, bool Evenly = false)
{
    public static CuratorChoice Nobody { get; } = new();
}
