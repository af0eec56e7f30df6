namespace Marshrut.Core.Platform.Audit;

/// <summary>Actors of the journal that are no person and no command.</summary>
public static class SystemActors
{
    /// <summary>Signs a checkpoint.</summary>
    public const string Prune = "system:prune";

    /// <summary>Carries over what the two sides of a hand-over owe each other (R41).</summary>
    public const string Exchange = "system:exchange";
}
