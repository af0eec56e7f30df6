using System.Text.Json;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases;

/// <summary>What a curator wrote down of a person's needs and obstacles. Sealed as a whole: obstacles are private.</summary>
/// <param name="Needs">Chosen from the list, each once, in its order.</param>
/// <param name="Words">The curator's own; null: none.</param>
public sealed record WrittenNeeds(IReadOnlyList<CaseNeed> Needs, string? Words)
{
    public static WrittenNeeds None { get; } = new([], null);

    public byte[] Seal(Sealer sealer, long caseId) => sealer.Seal(PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(this)), SealPurpose.CaseNeeds, caseId);

    public static WrittenNeeds Open(Sealer sealer, byte[] block, long caseId) =>
        JsonSerializer.Deserialize<WrittenNeeds>(PaddedText.Unpad(sealer.Open(block, SealPurpose.CaseNeeds, caseId)))!;
}
