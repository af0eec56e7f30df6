using System.Runtime.CompilerServices;

namespace Marshrut.Rules.Risk;

/// <summary>The evidence of every characteristic by <c>Number − 1</c>, inline: copying it allocates nothing.</summary>
[InlineArray(Characteristics.Capacity)]
public struct EvidenceList
{
    private StateEvidence _first;
}
