using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Marshrut.Rules.Profiling.Questionnaires;

namespace Marshrut.Core.Profiling.Questionnaires;

/// <summary>A questionnaire as the database keeps it: JSON with the names of its own parts.</summary>
public static class QuestionnaireText
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Of(Questionnaire questionnaire) => JsonSerializer.Serialize(questionnaire, options);

    /// <exception cref="JsonException">The text is no questionnaire.</exception>
    public static Questionnaire Parse(string text) => JsonSerializer.Deserialize<Questionnaire>(text, options) ?? throw new JsonException("No questionnaire.");
}
