using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Editing;

/// <param name="Title">The header of the register: for 8–11 it names the good thing (R17).</param>
/// <param name="Values">What the fact may say, in words; «неизвестно» last.</param>
public sealed record FactChoice(FactCode Fact, string Title, Sensitivity Sensitivity, IReadOnlyList<(FactValue Value, string Words)> Values);

/// <summary>The facts of DOMAIN §7 that are entered by hand.</summary>
public static class FactChoices
{
    public static IReadOnlyList<FactChoice> All { get; } =
    [
        .. RegisterFields.All.Where(field => field.Fact is not null).Select(field => new FactChoice(
            field.Fact!.Value,
            field.Header,
            field.Sensitivity,
            [.. Enum.GetValues<FactValue>().Where(value => field.Fact!.Value.Allows(value)).OrderBy(value => value == FactValue.Unknown).Select(value => (value, FactText.Value(value)))])),
    ];
}
