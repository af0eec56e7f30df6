using System.Text.Json;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Cases.Plans;

/// <summary>Goals of a plan by their number, from 1.</summary>
public static class PlanGoals
{
    public static byte[] Seal(Sealer sealer, IReadOnlyList<string> goals, long planId) =>
        sealer.Seal(PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(goals)), SealPurpose.PlanGoals, planId);

    public static IReadOnlyList<string> Open(Sealer sealer, Plan plan) =>
        JsonSerializer.Deserialize<string[]>(PaddedText.Unpad(sealer.Open(plan.Goals, SealPurpose.PlanGoals, plan.Id)))!;
}
