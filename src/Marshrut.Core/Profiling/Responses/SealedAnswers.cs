using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Profiling.Questionnaires;

namespace Marshrut.Core.Profiling.Responses;

/// <summary>Answers as they lie in the database: JSON of question → codes or words, padded and sealed, so that neither they nor their number show.</summary>
internal static class SealedAnswers
{
    private static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Seal(this Sealer sealer, Answers answers, long responseId) =>
        sealer.SealNote(JsonSerializer.Serialize(answers.Given, options), SealPurpose.ResponseAnswers, responseId);

    /// <summary>Answers that are still being given.</summary>
    public static byte[] SealDraft(this Sealer sealer, Answers answers, long invitationId) =>
        sealer.SealNote(JsonSerializer.Serialize(answers.Given, options), SealPurpose.AnswersDraft, invitationId);

    public static Answers OpenDraft(this Sealer sealer, byte[] block, long invitationId) =>
        new(JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(sealer.OpenNote(block, SealPurpose.AnswersDraft, invitationId), options)!);

    public static Answers OpenAnswers(this Sealer sealer, byte[] block, long responseId) =>
        new(JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(sealer.OpenNote(block, SealPurpose.ResponseAnswers, responseId), options)!);
}
