using System.Text.Json;
using System.Text.Json.Serialization;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.People;

/// <summary>What a ledger row says: fields by their import key, as canonical text. Absent in <see cref="Before"/> means the person was made here.</summary>
/// <param name="Created">The person or the enrolment was made by this act.</param>
/// <param name="Before">Field key → value before; null value: was empty.</param>
/// <param name="After">Field key → value after; null value: erased.</param>
/// <param name="Reason">Why, in the user's words.</param>
/// <param name="Document">The document behind a fact entered by hand.</param>
public sealed record EvidencePayload(
    bool Created,
    IReadOnlyDictionary<string, string?>? Before,
    IReadOnlyDictionary<string, string?> After,
    string? Reason = null,
    string? Document = null)
{
    /// <summary>The ledger row that this one takes back.</summary>
    public long? Withdraws { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public byte[] Seal(Sealer sealer, long evidenceId) =>
        sealer.Seal(PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(this, Json)), SealPurpose.Evidence, evidenceId);

    public static EvidencePayload Open(Sealer sealer, Evidence row) =>
        JsonSerializer.Deserialize<EvidencePayload>(PaddedText.Unpad(sealer.Open(row.Sealed, SealPurpose.Evidence, row.Id)), Json)!;
}
