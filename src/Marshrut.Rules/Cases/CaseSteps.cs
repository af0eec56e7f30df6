using System.Collections.Frozen;

namespace Marshrut.Rules.Cases;

/// <summary>What may be done with a case.</summary>
public enum CaseStep
{
    /// <summary>A curator is named, for the first time or anew.</summary>
    AssignCurator = 1,
    Pause = 2,

    /// <summary>By hand, or by itself when the day has come.</summary>
    Wake = 3,

    Close = 4,

    /// <summary>The place was lost, or the person came back.</summary>
    Reopen = 5,

    /// <summary>The consent was withdrawn (R36).</summary>
    Stop = 6,

    /// <summary>A curator who was named by mistake, with whom nothing was done yet: who was it before is it again.</summary>
    UndoCurator = 7,
}

/// <summary>The one table of legal steps of a case; whatever is not in it throws (DOMAIN §9).</summary>
public static class CaseSteps
{
    private static readonly FrozenDictionary<(CaseState From, CaseStep Step), CaseState> Table = new Dictionary<(CaseState, CaseStep), CaseState>
    {
        [(CaseState.Opened, CaseStep.AssignCurator)] = CaseState.InWork,
        [(CaseState.Opened, CaseStep.Pause)] = CaseState.Paused,
        [(CaseState.Opened, CaseStep.Close)] = CaseState.Closed,
        [(CaseState.Opened, CaseStep.Stop)] = CaseState.Closed,
        [(CaseState.InWork, CaseStep.AssignCurator)] = CaseState.InWork,
        [(CaseState.InWork, CaseStep.Pause)] = CaseState.Paused,
        [(CaseState.InWork, CaseStep.Close)] = CaseState.Closed,
        [(CaseState.InWork, CaseStep.Stop)] = CaseState.Closed,
        [(CaseState.InWork, CaseStep.UndoCurator)] = CaseState.InWork,
        [(CaseState.Paused, CaseStep.AssignCurator)] = CaseState.Paused,
        [(CaseState.Paused, CaseStep.Wake)] = CaseState.InWork,
        [(CaseState.Paused, CaseStep.Close)] = CaseState.Closed,
        [(CaseState.Paused, CaseStep.Stop)] = CaseState.Closed,
        [(CaseState.Paused, CaseStep.UndoCurator)] = CaseState.Paused,
        [(CaseState.Closed, CaseStep.Reopen)] = CaseState.InWork,
        [(CaseState.Closed, CaseStep.Stop)] = CaseState.Closed,
    }.ToFrozenDictionary();

    /// <summary>Every legal step, in the order of states and steps.</summary>
    public static IEnumerable<(CaseState From, CaseStep Step, CaseState To)> All =>
        Table.Select(row => (row.Key.From, row.Key.Step, row.Value)).OrderBy(row => row.From).ThenBy(row => row.Step);

    public static bool Allows(CaseState from, CaseStep step) => Table.ContainsKey((from, step));

    /// <exception cref="InvalidOperationException">There is no such step.</exception>
    public static CaseState Next(CaseState from, CaseStep step) =>
        Table.TryGetValue((from, step), out var to) ? to : throw new InvalidOperationException($"No step {step} from {from}.");
}
