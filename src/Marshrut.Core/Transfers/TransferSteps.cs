using Marshrut.Core.Platform;

namespace Marshrut.Core.Transfers;

/// <summary>What may be done with a person of a transfer.</summary>
public enum TransferStep
{
    Accept = 1,
    Return = 2,
    Revoke = 3,
    WithdrawConsent = 4,

    /// <summary>Taken back at once, while nobody has begun to work with the person.</summary>
    UndoAccept = 5,
}

/// <summary>The one table of legal steps; whatever is not in it throws (DOMAIN §9).</summary>
public static class TransferSteps
{
    private static readonly Dictionary<(TransferItemState From, TransferStep Step), TransferItemState> Table = new()
    {
        [(TransferItemState.Waiting, TransferStep.Accept)] = TransferItemState.Accepted,
        [(TransferItemState.Waiting, TransferStep.Return)] = TransferItemState.Returned,
        [(TransferItemState.Waiting, TransferStep.Revoke)] = TransferItemState.Revoked,
        [(TransferItemState.Waiting, TransferStep.WithdrawConsent)] = TransferItemState.ConsentWithdrawn,
        [(TransferItemState.Accepted, TransferStep.UndoAccept)] = TransferItemState.Waiting,
        [(TransferItemState.Accepted, TransferStep.WithdrawConsent)] = TransferItemState.ConsentWithdrawn,
    };

    public static IEnumerable<(TransferItemState From, TransferStep Step, TransferItemState To)> All =>
        Table.Select(row => (row.Key.From, row.Key.Step, row.Value)).OrderBy(row => row.From).ThenBy(row => row.Step);

    public static bool Allows(TransferItemState from, TransferStep step) => Table.ContainsKey((from, step));

    /// <exception cref="RuleViolation"><c>step-not-possible</c>, with the words of what has happened meanwhile.</exception>
    public static TransferItemState Next(TransferItemState from, TransferStep step) => Table.TryGetValue((from, step), out var to)
        ? to
        : throw new RuleViolation("step-not-possible", $"{TransferWords.Meanwhile(from)} Обновите страницу.");
}
