using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Lists;

/// <summary>Characteristics as tags of a list: never special, restricted or of the family (<see cref="Characteristic.IsTagInLists"/>).</summary>
public static class ListTags
{
    public static IReadOnlyList<string> Present(AssessmentBlock block, IReadOnlyList<Characteristic> added) =>
        [.. InState(block, CharacteristicState.Present, added).Select(characteristic => characteristic.ShortName)];

    public static IReadOnlyList<string> Unknown(AssessmentBlock block, IReadOnlyList<Characteristic> added) =>
    [
        .. InState(block, CharacteristicState.Unknown, added)
            .Where(characteristic => characteristic.CountsTowardsCompleteness)
            .Select(characteristic => WithoutNo(characteristic.ShortName)),
    ];

    private static IEnumerable<Characteristic> InState(AssessmentBlock block, CharacteristicState state, IReadOnlyList<Characteristic> added) => Characteristics.Federal.Concat(added)
        .Where(characteristic => characteristic.IsTagInLists
            && (block.Enabled & characteristic.Bit) != 0
            && block.Found.StateOf(characteristic.Number) == state)
        .OrderByDescending(characteristic => block.WeightOf(characteristic.Number))
        .ThenBy(characteristic => characteristic.Number);

    /// <summary>«нет резюме» asserts; what is not known is only named.</summary>
    private static string WithoutNo(string shortName) => shortName switch
    {
        "нет опыта" => "опыт",
        "нет встреч с работодателями" => "встречи с работодателями",
        "нет резюме" => "резюме",
        "нет места" => "место работы",
        _ => shortName,
    };
}
