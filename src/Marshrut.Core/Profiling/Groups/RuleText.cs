using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Marshrut.Rules.Profiling.Groups;

namespace Marshrut.Core.Profiling.Groups;

/// <summary>A rule as the database keeps it: JSON with the names of the rule's own parts.</summary>
public static class RuleText
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Of(GroupRule rule) => JsonSerializer.Serialize(rule, options);

    /// <exception cref="JsonException">The text is no rule.</exception>
    public static GroupRule Parse(string text) => JsonSerializer.Deserialize<GroupRule>(text, options) ?? throw new JsonException("No rule.");
}
