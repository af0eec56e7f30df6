namespace Marshrut.Rules.Risk;

/// <summary>
/// What is known of a characteristic of a person. <see cref="Unknown"/> is the zero value on purpose: what nobody filled in never
/// raises a level (DOMAIN §7).
/// </summary>
public enum CharacteristicState : byte
{
    Unknown = 0,
    Absent = 1,
    Present = 2,
}

/// <summary>Three-valued (Kleene) logic over <see cref="CharacteristicState"/> (R18).</summary>
public static class KleeneLogic
{
    extension(CharacteristicState left)
    {
        /// <summary>Absent if either is absent, Present if both are present, else Unknown.</summary>
        public CharacteristicState And(CharacteristicState right) =>
            left == CharacteristicState.Absent || right == CharacteristicState.Absent ? CharacteristicState.Absent
            : left == CharacteristicState.Present && right == CharacteristicState.Present ? CharacteristicState.Present
            : CharacteristicState.Unknown;

        /// <summary>Present if either is present, Absent if both are absent, else Unknown.</summary>
        public CharacteristicState Or(CharacteristicState right) =>
            left == CharacteristicState.Present || right == CharacteristicState.Present ? CharacteristicState.Present
            : left == CharacteristicState.Absent && right == CharacteristicState.Absent ? CharacteristicState.Absent
            : CharacteristicState.Unknown;
    }
}
