namespace Marshrut.Rules.Risk;

/// <summary>The parameters of one characteristic in a methodology version.</summary>
/// <param name="Number">1–14, or the number of an added one from 15.</param>
/// <param name="Enabled">A disabled one moves neither level nor priority nor completeness.</param>
/// <param name="Weight">Its share of the priority and of the points, 0–99 (R22).</param>
/// <param name="Records">What no record means; only for 8–10, null for others (R24).</param>
public sealed record CharacteristicParameters(int Number, bool Enabled, int Weight, RecordsRule? Records = null);
