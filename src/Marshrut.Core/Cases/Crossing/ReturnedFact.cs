using System.Text.Json;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>A fact that an employment centre found out by a step of a plan, on its way to the register of the ЦК (R41, З1.2). Never changed.</summary>
public sealed class ReturnedFact : ITwoSided
{
    public required long Id { get; init; }

    public required long FromOrganizationId { get; init; }

    public required long ToOrganizationId { get; init; }

    public required long ItemId { get; init; }

    public required DateTime ToldAt { get; init; }

    /// <summary>Sealed <see cref="FactDone"/>: the row beside a plain priority would give facts away (R27).</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>When it came into the register of the ЦК; null: not yet.</summary>
    public DateTime? TakenAt { get; set; }
}

/// <param name="Value">«Неизвестно» takes back what was told before: the mark was a mistake.</param>
/// <param name="On">The day on which the step was done.</param>
/// <param name="Step">What was done, in words.</param>
public sealed record FactDone(FactCode Fact, FactValue Value, DateOnly On, string Step)
{
    public byte[] Seal(Sealer sealer, long id) => sealer.Seal(PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(this)), SealPurpose.ReturnedFact, id);

    public static FactDone Open(Sealer sealer, ReturnedFact row) =>
        JsonSerializer.Deserialize<FactDone>(PaddedText.Unpad(sealer.Open(row.Sealed, SealPurpose.ReturnedFact, row.Id)))!;
}
