using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Transfers;

/// <summary>What a ЦЗН asks of a ЦК about one person before it answers, and the answer. Both texts are sealed: they speak of a person.</summary>
public sealed class TransferQuestion : ITwoSided
{
    public required long Id { get; init; }

    public required long FromOrganizationId { get; init; }

    public required long ToOrganizationId { get; init; }

    public required long ItemId { get; init; }

    public required DateTime AskedAt { get; init; }

    public required string AskedBy { get; init; }

    public required byte[] Question { get; init; }

    public DateTime? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    public byte[]? Answer { get; set; }
}
