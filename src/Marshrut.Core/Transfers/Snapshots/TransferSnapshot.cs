using System.Text.Json;
using System.Text.Json.Serialization;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk.Results;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Transfers.Snapshots;

/// <summary>
/// What a ЦЗН is handed of one person, as it was on the day of sending: no later change of the ЦК's register alters it. Restricted grounds are not in it
/// (R38); health only where the person has consented to it.
/// </summary>
/// <param name="ContactsCheckedOn">The last day on which phone or e-mail were written down; null: not known.</param>
/// <param name="ProgrammeName">Null: the directory does not know the code.</param>
/// <param name="Needs">What the ЦК asks for this person; null: nothing was written.</param>
/// <param name="CallAt">Whom to call at the ЦК.</param>
/// <param name="PersonFacts">Facts of the rules that go along, unsealed; the ЦЗН's own assessment rests on them.</param>
/// <param name="EnrolmentFacts"><inheritdoc cref="PersonFacts" path="/node()"/></param>
public sealed record TransferSnapshot(
    PersonValues Person,
    EnrolmentValues Study,
    string? ProgrammeName,
    DateOnly? ContactsCheckedOn,
    HandedRisk Risk,
    string? WorkLimits,
    string? Needs,
    DateOnly ConsentSignedOn,
    Contact CallAt,
    byte[] PersonFacts,
    byte[] EnrolmentFacts)
{
    public byte[] Seal(Sealer sealer, long itemId) =>
        sealer.Seal(PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(this)), SealPurpose.TransferSnapshot, itemId);

    public static TransferSnapshot Open(Sealer sealer, byte[] block, long itemId) =>
        JsonSerializer.Deserialize<TransferSnapshot>(PaddedText.Unpad(sealer.Open(block, SealPurpose.TransferSnapshot, itemId)))!;

    /// <summary>As a reader without the right to special facts gets it.</summary>
    public TransferSnapshot WithoutSpecial() => this with
    {
        WorkLimits = null,
        Risk = Risk with { Present = [.. Risk.Present.Where(line => line.Sensitivity == Sensitivity.Ordinary)] },
    };

    [JsonIgnore]
    public bool HasSpecial => WorkLimits is not null || Risk.Present.Any(line => line.Sensitivity != Sensitivity.Ordinary);

    /// <summary>Short names that may stand in lists, heavier ones first.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Tags =>
    [
        .. RiskAccess.Names(RiskAccess.Tags & Risk.Present.Where(line => line.Sensitivity == Sensitivity.Ordinary).Aggregate(0u, (mask, line) => mask | (Characteristics.Find(line.Code)?.Bit ?? 0)), []),
        .. Risk.Present.Select(line => line.Added?.ShortName).OfType<string>(),
    ];
}

/// <summary>The confirmed level and its grounds.</summary>
/// <param name="AsOf">The day for which it was determined.</param>
/// <param name="ConfirmedBy">Full name of the specialist.</param>
/// <param name="Present">Characteristics that are present.</param>
public sealed record HandedRisk(bool IsHigh, int? Priority, DateOnly AsOf, string ConfirmedBy, DateOnly? ConfirmedOn, IReadOnlyList<HandedCharacteristic> Present);

/// <param name="Evidence">«Место работы не определено. Анкета, 05.11.2026».</param>
/// <param name="Added">How the ЦК calls it, where it is its own and the directory does not know it.</param>
public sealed record HandedCharacteristic(string Code, string Evidence, Sensitivity Sensitivity, AddedName? Added = null)
{
    [JsonIgnore]
    public string Title => Added?.Title ?? Characteristics.Find(Code)?.Title ?? Code;
}

public sealed record AddedName(string Title, string ShortName);

/// <param name="Organization">Short name of the college or university.</param>
public sealed record Contact(string Organization, string Name, string? Position, string? Phone, string? Email);
