using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Marshrut.Rules.Risk;

/// <summary>
/// The whole content of a methodology version (DOMAIN §7, R22–R24, R43): data, immutable once used. Its JSON (<see cref="ToJson"/>)
/// is canonical: equal parameters give equal text.
/// </summary>
public sealed record MethodologyParameters
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // PostgreSQL's jsonb orders keys its own way, so a discriminator may come last.
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The federal version: any characteristic, ratio 2, weights of R22.</summary>
    public static MethodologyParameters Federal { get; } = new()
    {
        Characteristics =
        [
            .. Risk.Characteristics.Federal.Select(c => new CharacteristicParameters(
                c.Number, Enabled: true, c.DefaultWeight, c.Kind == CharacteristicKind.Activity ? RecordsRule.WhenRecordsKept : null)),
        ],
    };

    public LevelRule Rule { get; init; } = LevelRule.Any;

    /// <summary>The threshold under <see cref="LevelRule.PointsAtLeast"/>; without meaning under Any.</summary>
    public int Points { get; init; } = 1;

    /// <summary>All of 1–14 in order, then the added ones of a supplement.</summary>
    public required ImmutableArray<CharacteristicParameters> Characteristics { get; init; }

    /// <summary>Programme rate × ratio ≤ regional rate makes characteristic 1 present.</summary>
    public Rational EmploymentRatio { get; init; } = new(2);

    /// <summary>Under so many graduates of a programme characteristic 1 is Unknown.</summary>
    public int MinCohort { get; init; } = 10;

    /// <summary>Years after graduation at which employment is compared; if missing in the statistics, the largest there (R23).</summary>
    public int Horizon { get; init; } = 1;

    /// <summary>Added to the priority on the last course.</summary>
    public int LastCourseBonus { get; init; } = 2;

    /// <summary>Added to the priority of a graduate without work.</summary>
    public int GraduateWithoutWorkBonus { get; init; } = 2;

    /// <summary>Taken off the priority, once, for a signed offer or a target contract.</summary>
    public int OfferDiscount { get; init; } = 2;

    /// <summary>Months that an imported or hand-made value of 11 and 12 stands (R25).</summary>
    public int StatedValidityMonths { get; init; } = FactEntry.ValidityMonths;

    public ImmutableArray<MethodologyOverride> Overrides { get; init; } = [];

    /// <summary>The parameters in force for a scope: overrides laid from region to programme, of one scope the later date last (R43).</summary>
    public ScopedParameters For(PersonScope scope)
    {
        var parameters = new ScopedParameters(this);
        foreach (var covering in Overrides.Where(o => o.Scope.Covers(scope)).OrderBy(o => o.Scope.Precedence).ThenBy(o => o.Date))
        {
            covering.Change.ApplyTo(parameters);
        }

        return parameters;
    }

    /// <summary>What no record means for one of 8–10.</summary>
    public RecordsRule RecordsRuleOf(int number) => Characteristics[number - 1].Records ?? RecordsRule.WhenRecordsKept;

    /// <summary>What flags add to the priority: one discount, whether by offer, by target contract or by both (R22).</summary>
    public short BonusOf(RiskFlags flags) => (short)(
        ((flags & RiskFlags.LastCourse) != 0 ? LastCourseBonus : 0)
        + ((flags & RiskFlags.GraduateWithoutWork) != 0 ? GraduateWithoutWorkBonus : 0)
        - ((flags & (RiskFlags.SignedOffer | RiskFlags.TargetContract)) != 0 ? OfferDiscount : 0));

    /// <summary>What stands in the way of using these parameters, as sentences for the methodologist; empty when nothing does.</summary>
    public IReadOnlyList<string> Validate() => [.. MethodologyChecks.Of(this)];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads <see cref="ToJson"/>; throws <see cref="JsonException"/> for anything else.</summary>
    public static MethodologyParameters FromJson(string json) =>
        JsonSerializer.Deserialize<MethodologyParameters>(json, Json) ?? throw new JsonException("A methodology is an object.");

    /// <summary>Equal content, lists included.</summary>
    public bool Equals(MethodologyParameters? other) => other is not null && ToJson() == other.ToJson();

    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);
}
