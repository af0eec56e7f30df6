using System.Globalization;
using System.Text.Json.Serialization;
using Marshrut.Rules.Profiling.Groups;

namespace Marshrut.Rules.Risk;

/// <summary>A characteristic that an organisation adds to the fourteen (DOMAIN §7, R43): a rule over register fields and facts, present when it holds.</summary>
/// <param name="Number">From 15; it belongs to this characteristic for ever, also when it is no longer counted: old assessments name it.</param>
/// <param name="Title">What is the case when it is present, «Живёт в районе без крупных работодателей».</param>
/// <param name="ShortName">The tag in lists, «дальний район».</param>
/// <param name="Rule">When it is present.</param>
/// <param name="Condition">The rule in words, as it read on the day of adoption: explanations repeat it for ever (R44).</param>
/// <param name="Weight">Its share of the priority and of the points, 0–99.</param>
/// <param name="Enabled">Whether it is counted.</param>
/// <param name="RemovedBy">What the person can do that it no longer counts; null: nothing.</param>
public sealed record AddedCharacteristic(int Number, string Title, string ShortName, GroupRule Rule, string Condition, int Weight, bool Enabled, string? RemovedBy = null)
{
    private const string CodePrefix = "added-";

    /// <summary>Stable in files, exports and addresses of its organisation.</summary>
    [JsonIgnore]
    public string Code => FormattableString.Invariant($"{CodePrefix}{Number}");

    /// <summary>As pages, explanations and exports read it, beside the fourteen.</summary>
    [JsonIgnore]
    public Characteristic Characteristic => new()
    {
        Number = Number,
        Code = Code,
        Title = Title,
        ShortName = ShortName,
        Kind = CharacteristicKind.Added,
        DefaultWeight = Weight,
        RemovedBy = RemovedBy,
        Condition = Condition,
    };

    /// <summary>The bit of a <see cref="Code"/>; 0 for any other text.</summary>
    internal static uint BitOf(string code) =>
        code.StartsWith(CodePrefix, StringComparison.Ordinal)
        && int.TryParse(code.AsSpan(CodePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > Characteristics.FederalCount and <= Characteristics.Capacity
            ? 1u << (number - 1)
            : 0;

    /// <summary>Present where the rule holds, absent where it does not, unknown where what it asks is not known.</summary>
    public CharacteristicState StateOf(Func<string, RuleValue> person) => Rule.Holds(person) switch
    {
        true => CharacteristicState.Present,
        false => CharacteristicState.Absent,
        null => CharacteristicState.Unknown,
    };
}
