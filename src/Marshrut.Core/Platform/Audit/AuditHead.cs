namespace Marshrut.Core.Platform.Audit;

/// <summary>The end of one chain. Locked as the last statement before commit (R33).</summary>
public sealed class AuditHead
{
    public required string Chain { get; init; }

    public long Sequence { get; set; }

    public required byte[] Hash { get; set; }
}
