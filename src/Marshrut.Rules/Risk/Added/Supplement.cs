using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Marshrut.Rules.Profiling.Groups;

namespace Marshrut.Rules.Risk;

/// <summary>What an organisation adds to the methodology of its region (R43): added characteristics and nothing else.</summary>
/// <param name="Added">In the order of their numbers, from 15 without a gap; those no longer counted stay.</param>
public sealed record Supplement(ImmutableArray<AddedCharacteristic> Added)
{
    /// <summary>How many an organisation can ever have: bits of the mask beside the fourteen.</summary>
    public const int Most = Characteristics.Capacity - Characteristics.FederalCount;

    private const int LongestTitle = 120;
    private const int LongestShortName = 30;

    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        RespectRequiredConstructorParameters = true,
    };

    public static Supplement Empty { get; } = new([]);

    /// <summary>Headings of the fields that a rule here may ask about: not the level itself, nor what other organisations do.</summary>
    public static IReadOnlyList<RuleSection> Sections { get; } = [RuleSection.Study, RuleSection.Person, RuleSection.Facts];

    public static bool MayAsk(RuleField field) => Sections.Contains(field.Section);

    [JsonIgnore]
    public IReadOnlyList<Characteristic> AsCharacteristics => [.. Added.Select(one => one.Characteristic)];

    /// <summary>The methodology as the organisation determines by it.</summary>
    /// <param name="version">Of its region.</param>
    public MethodologyParameters AddTo(MethodologyParameters version) => version with
    {
        Characteristics = [.. version.Characteristics.Take(Characteristics.FederalCount), .. Added.Select(one => new CharacteristicParameters(one.Number, one.Enabled, one.Weight))],
    };

    /// <summary>With one more, or one in place of that with its number.</summary>
    public Supplement With(AddedCharacteristic one) => Added.FirstOrDefault(known => known.Number == one.Number) is { } old
        ? new(Added.Replace(old, one))
        : new(Added.Add(one));

    /// <summary>The number for a new one.</summary>
    [JsonIgnore]
    public int NextNumber => Characteristics.FederalCount + Added.Length + 1;

    /// <summary>What stands in the way of adopting it, as sentences that say what to write; empty when nothing does.</summary>
    public IReadOnlyList<string> Validate()
    {
        var found = new List<string>();
        if (Added.Length > Most)
        {
            found.Add($"Своих характеристик не больше {Most}, вместе с теми, что уже не учитываются. Измените одну из прежних.");
        }

        if (!Added.Select(one => one.Number).SequenceEqual(Enumerable.Range(Characteristics.FederalCount + 1, Added.Length)))
        {
            found.Add("Номера своих характеристик идут не по порядку: откройте страницу заново.");
        }

        foreach (var one in Added)
        {
            found.AddRange(Problems(one));
        }

        var names = Characteristics.Federal.Select(one => one.ShortName).Concat(Added.Select(one => one.ShortName)).ToList();
        if (names.GroupBy(name => name, StringComparer.CurrentCultureIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            found.Add($"Метка «{twice.Key}» уже есть у другой характеристики. Назовите иначе: в списках видна только метка.");
        }

        return found;
    }

    public string ToJson() => JsonSerializer.Serialize(this, json);

    /// <summary>Reads <see cref="ToJson"/>.</summary>
    /// <exception cref="JsonException">The text is something else.</exception>
    public static Supplement FromJson(string text) => JsonSerializer.Deserialize<Supplement>(text, json) ?? throw new JsonException("A supplement is an object.");

    public bool Equals(Supplement? other) => other is not null && ToJson() == other.ToJson();

    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);

    private static IEnumerable<string> Problems(AddedCharacteristic one)
    {
        if (one.Title.Length is 0 or > LongestTitle)
        {
            yield return one.Title.Length == 0 ? "Назовите характеристику: «Живёт в районе без крупных работодателей»." : $"Название не длиннее {LongestTitle} знаков. Оставьте главное.";
        }

        if (one.ShortName.Length is 0 or > LongestShortName)
        {
            yield return one.ShortName.Length == 0 ? "Напишите метку для списков: «дальний район»." : $"Метка не длиннее {LongestShortName} знаков: в строке списка мало места.";
        }

        if (one.Weight is < 0 or > MethodologyChecks.HighestWeight)
        {
            yield return $"Вес вне границ. Укажите число от 0 до {MethodologyChecks.HighestWeight}.";
        }

        if (RuleProblems.Of(one.Rule) is [var problem, ..])
        {
            yield return problem.Message;
        }
        else if (one.Rule.Terms.Select(term => RuleFields.Find(term.Field)).OfType<RuleField>().FirstOrDefault(field => !MayAsk(field)) is { } foreign)
        {
            yield return $"«{foreign.Title}» здесь спросить нельзя: уровень определяется по сведениям о человеке, а не по уровню. Выберите другое условие.";
        }
    }
}
