using System.Text.Json;
using System.Text.Json.Serialization;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.People;

/// <summary>Purposes of consent (DOMAIN §13). Values are stored, sealed.</summary>
public enum ConsentPurpose
{
    Transfer = 1,
    Health = 2,
    Risk = 3,
}

/// <summary>The content of a <see cref="ConsentRecord"/>.</summary>
/// <param name="SignedOn">Day of the signed document.</param>
/// <param name="Way">How it came: <see cref="Imported"/> or <see cref="OnPaper"/>.</param>
/// <param name="RecipientId">
/// For a transfer, the employment centre that it names as a legal person (DOMAIN §13); null: it names nobody that is known. An imported one then counts
/// for the service of the single live agreement, any other does not allow a transfer (R46). An id and no name: the block keeps its one size.
/// </param>
public sealed record Consent(ConsentPurpose Purpose, DateOnly SignedOn, string Way, long? RecipientId = null, DateOnly? WithdrawnOn = null)
{
    /// <summary>Who signed for a person under 18, «Петрова Анна Сергеевна, мать»; null: the person.</summary>
    public string? Representative { get; init; }

    /// <summary>Version of the organisation's text that was signed; 0: the sample; null: not known.</summary>
    public int? TextNumber { get; init; }

    /// <summary>The scanned document, a <see cref="PersonFile"/>.</summary>
    public long? FileId { get; init; }

    /// <summary>The last day; null: until it is withdrawn. Stands in the row's own column.</summary>
    [JsonIgnore]
    public DateOnly? EndsOn { get; init; }

    public const string Imported = "импорт";
    public const string OnPaper = "бумага";

    public byte[] Seal(Sealer sealer, long recordId) =>
        sealer.Seal(PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(this)), SealPurpose.Consent, recordId);

    public static Consent Open(Sealer sealer, ConsentRecord record) =>
        JsonSerializer.Deserialize<Consent>(PaddedText.Unpad(sealer.Open(record.Sealed, SealPurpose.Consent, record.Id)))! with { EndsOn = record.EndsOn };
}
