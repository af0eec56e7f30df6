namespace Marshrut.Rules.Risk;

/// <summary>The states of all characteristics of one enrolment as two masks, and what each rests on.</summary>
public struct ResolvedCharacteristics
{
    private EvidenceList _evidence;

    /// <summary>Bit <c>Number − 1</c> is set when the characteristic is present; then it is known, too.</summary>
    public uint Present { get; private set; }

    /// <summary>Bit <c>Number − 1</c> is set when the characteristic is present or absent.</summary>
    public uint Known { get; private set; }

    public readonly CharacteristicState StateOf(int number) => StateIn(Present, Known, number);

    public readonly StateEvidence EvidenceOf(int number) => _evidence[number - 1];

    /// <summary>Sets state and evidence of a characteristic, 1–<see cref="Characteristics.Capacity"/>; added ones are set the same way.</summary>
    public void Set(int number, CharacteristicState state, StateEvidence evidence)
    {
        var bit = 1u << (number - 1);
        Known = state == CharacteristicState.Unknown ? Known & ~bit : Known | bit;
        Present = state == CharacteristicState.Present ? Present | bit : Present & ~bit;
        _evidence[number - 1] = evidence;
    }

    /// <summary>The state that two masks give: the bits add up to Unknown, Absent, Present.</summary>
    internal static CharacteristicState StateIn(uint present, uint known, int number) =>
        (CharacteristicState)((known >> (number - 1) & 1) + (present >> (number - 1) & 1));
}
