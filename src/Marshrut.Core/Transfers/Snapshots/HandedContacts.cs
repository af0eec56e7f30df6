using System.Text.Json;
using System.Text.Json.Serialization;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Transfers.Snapshots;

/// <summary>What goes on from the ЦК to the ЦЗН after the acceptance (R41): how to reach the person, where the person lives, whether the study goes on.</summary>
/// <param name="Fresh">Field keys (DOMAIN §5) that the ЦЗН has not written into its register yet.</param>
public sealed record HandedContacts(string? Phone, string? Email, string? District, string? DistrictAfter, EnrolmentStatus Status, IReadOnlyList<string> Fresh)
{
    public static HandedContacts Of(PersonValues person, EnrolmentValues study) => new(person.Phone, person.Email, person.District, person.DistrictAfter, study.Status, []);

    /// <summary>Field key → text, as <see cref="PersonValues.Fields"/> and <see cref="EnrolmentValues.Fields"/> give it.</summary>
    [JsonIgnore]
    public IEnumerable<(string Key, string? Text)> Fields =>
        [("phone", Phone), ("email", Email), ("district", District), ("districtAfter", DistrictAfter), ("status", StudyWords.Status(Status))];

    /// <summary>Keys of what differs.</summary>
    public IReadOnlyList<string> DiffersFrom(HandedContacts before) =>
        [.. Fields.Zip(before.Fields, (now, old) => (now.Key, IsOther: now.Text != old.Text)).Where(field => field.IsOther).Select(field => field.Key)];

    public byte[] Seal(Sealer sealer, long itemId) => sealer.Seal(PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(this)), SealPurpose.HandedContacts, itemId);

    public static HandedContacts Open(Sealer sealer, byte[] block, long itemId) =>
        JsonSerializer.Deserialize<HandedContacts>(PaddedText.Unpad(sealer.Open(block, SealPurpose.HandedContacts, itemId)))!;
}
