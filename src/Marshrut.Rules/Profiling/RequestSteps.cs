using System.Collections.Frozen;

namespace Marshrut.Rules.Profiling;

/// <summary>Where a client request stands. Values are stored.</summary>
public enum RequestState
{
    /// <summary>Nobody answers for it yet.</summary>
    Open = 1,
    InWork = 2,
    Met = 3,

    /// <summary>The person needs it no more.</summary>
    Withdrawn = 4,
}

/// <summary>What may be done with a client request.</summary>
public enum RequestStep
{
    /// <summary>Somebody answers for it from now on, for the first time or instead of another.</summary>
    Assign = 1,
    Meet = 2,
    Withdraw = 3,
    Reopen = 4,
}

/// <summary>The one table of legal steps of a client request; whatever is not in it throws.</summary>
public static class RequestSteps
{
    private static readonly FrozenDictionary<(RequestState From, RequestStep Step), RequestState> Table = new Dictionary<(RequestState, RequestStep), RequestState>
    {
        [(RequestState.Open, RequestStep.Assign)] = RequestState.InWork,
        [(RequestState.Open, RequestStep.Meet)] = RequestState.Met,
        [(RequestState.Open, RequestStep.Withdraw)] = RequestState.Withdrawn,
        [(RequestState.InWork, RequestStep.Assign)] = RequestState.InWork,
        [(RequestState.InWork, RequestStep.Meet)] = RequestState.Met,
        [(RequestState.InWork, RequestStep.Withdraw)] = RequestState.Withdrawn,
        [(RequestState.Met, RequestStep.Reopen)] = RequestState.Open,
        [(RequestState.Withdrawn, RequestStep.Reopen)] = RequestState.Open,
    }.ToFrozenDictionary();

    public static bool Allows(RequestState from, RequestStep step) => Table.ContainsKey((from, step));

    /// <exception cref="InvalidOperationException">There is no such step.</exception>
    public static RequestState Next(RequestState from, RequestStep step) =>
        Table.TryGetValue((from, step), out var to) ? to : throw new InvalidOperationException($"No step {step} from {from}.");
}
