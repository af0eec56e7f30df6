using Marshrut.Core.Cases;
using Marshrut.Core.Transfers;

namespace Marshrut.Core.Register.Lists;

/// <summary>What became of somebody who was handed over, in a few words for a list and its file.</summary>
public static class HandedWords
{
    public static string Of(HandedLine line) => line switch
    {
        { State: not TransferItemState.Accepted } => TransferWords.State(line.State),
        { Outcome: { } outcome } => CaseWords.Outcome(outcome),
        { CaseState: { } state } => CaseWords.State(state),
        _ => TransferWords.State(line.State),
    };
}
