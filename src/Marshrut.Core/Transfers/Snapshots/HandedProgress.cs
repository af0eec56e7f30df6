using System.Text.Json;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Transfers.Snapshots;

/// <summary>What a ЦЗН does with a person, as the ЦК sees it (З1.2, З1.5): steps, terms and results of the plan. Notes and talks are not in it.</summary>
/// <param name="AgreedOn">When the person agreed to the plan; null: not yet.</param>
public sealed record HandedProgress(DateOnly EndsOn, DateOnly? AgreedOn, IReadOnlyList<HandedStep> Steps)
{
    public byte[] Seal(Sealer sealer, long itemId) => sealer.Seal(PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(this)), SealPurpose.HandedProgress, itemId);

    public static HandedProgress Open(Sealer sealer, byte[] block, long itemId) =>
        JsonSerializer.Deserialize<HandedProgress>(PaddedText.Unpad(sealer.Open(block, SealPurpose.HandedProgress, itemId)))!;
}

/// <param name="DoneOn">Null: not done yet.</param>
/// <param name="Result">In the curator's words; null: none were written.</param>
public sealed record HandedStep(string Goal, string Title, DateOnly DueOn, DateOnly? DoneOn, string? Result);
