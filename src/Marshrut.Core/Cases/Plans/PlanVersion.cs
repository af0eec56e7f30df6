using System.Text.Json;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Plans;

/// <summary>A version of a plan as the person agreed to it. Never changed.</summary>
public sealed class PlanVersion : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long PlanId { get; init; }

    public required int Number { get; init; }

    public required DateOnly AgreedOn { get; init; }

    public required AgreementWay Way { get; init; }

    /// <summary>User who wrote it down.</summary>
    public required string Actor { get; init; }

    /// <summary>Sealed <see cref="AgreedPlan"/>.</summary>
    public required byte[] Sealed { get; init; }
}

/// <summary>What was agreed.</summary>
public sealed record AgreedPlan(DateOnly EndsOn, IReadOnlyList<AgreedStep> Steps)
{
    public byte[] Seal(Sealer sealer, long versionId) => sealer.Seal(PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(this)), SealPurpose.PlanVersion, versionId);

    public static AgreedPlan Open(Sealer sealer, PlanVersion row) =>
        JsonSerializer.Deserialize<AgreedPlan>(PaddedText.Unpad(sealer.Open(row.Sealed, SealPurpose.PlanVersion, row.Id)))!;
}

/// <param name="Id">Of the step: the same step of two versions is told by it.</param>
public sealed record AgreedStep(long Id, string Goal, string Title, string? Place, DateOnly DueOn, StepResponsible Responsible, string? Who);
