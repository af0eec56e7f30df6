using System.Text.Json;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Cases.Plans;

/// <summary>What a step says. Sealed as a whole.</summary>
/// <param name="Measure">Code of the catalogue; null: written by the curator.</param>
/// <param name="Who">Name of the one who answers, where it is neither the person nor the curator.</param>
/// <param name="Fact">Whose «да» the step proves when it is done; taken from the catalogue when the step was made.</param>
/// <param name="Result">What came of it, or why it was dropped.</param>
public sealed record StepWords(string? Measure, string Title, string? Details, string? Place, StepResponsible Responsible, string? Who, FactCode? Fact, string? Result = null)
{
    public byte[] Seal(Sealer sealer, long stepId) => sealer.Seal(PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(this)), SealPurpose.PlanStep, stepId);

    public static StepWords Open(Sealer sealer, PlanStep step) =>
        JsonSerializer.Deserialize<StepWords>(PaddedText.Unpad(sealer.Open(step.Words, SealPurpose.PlanStep, step.Id)))!;
}
