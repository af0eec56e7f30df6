using System.Collections.Immutable;
using System.Numerics;

namespace Marshrut.Rules.Risk;

/// <summary>One step out of the zone of risk.</summary>
/// <param name="Number">Of the characteristic that will no longer count.</param>
/// <param name="Title">For the person: a thing to do, without a word of risk.</param>
/// <param name="Words">What comes of it.</param>
/// <param name="Lacks">What is missing, «не хватает …»; null where that is not said.</param>
public sealed record WayStep(int Number, WayAction Action, string Title, string Words, string? Lacks);

/// <summary>
/// The way out of the zone (issue C, mock-up 09a): for each present characteristic that the person can do something about, the step that removes it; and whether all of them together
/// make the level not high, by the weights and the rule of the very assessment.
/// </summary>
/// <param name="LeadsOut">Nothing that keeps the level high remains after the steps. Promised only then.</param>
public sealed record WayOut(bool IsHigh, bool IsPreliminary, ImmutableArray<WayStep> Steps, bool LeadsOut)
{
    private static readonly ImmutableArray<WayStep> known =
    [
        new(8, WayAction.AskForPractice, "Попробовать себя на практике", "Практика или стажировка по специальности: напишите, и вам помогут найти место", "опыта"),
        new(9, WayAction.AskForMeeting, "Познакомиться с работодателями", "Ярмарка, день карьеры или экскурсия на предприятие: вас позовут на ближайшую", "встреч с работодателями"),
        new(10, WayAction.AskForCv, "Сделать резюме", "С ним проще написать работодателю: вам помогут составить", "резюме"),
        new(11, WayAction.TellPlans, "Рассказать о планах", "Где будете работать или учиться: займёт несколько минут", "ясности с местом работы"),
        new(12, WayAction.AskForJob, "Найти работу по специальности", "Вам подскажут, кто сейчас ищет таких, как вы", "работы по специальности"),
    ];

    /// <param name="block">The assessment.</param>
    /// <param name="added">The organisation's own characteristics, as they were when it was made.</param>
    public static WayOut Of(in AssessmentBlock block, IReadOnlyList<Characteristic> added)
    {
        var present = block.Found.Present & block.Enabled;
        ImmutableArray<WayStep> steps =
        [
            .. known.Where(step => (present & Characteristics.Get(step.Number).Bit) != 0),
            .. added.Where(one => (present & one.Bit) != 0 && one.RemovedBy is not null).Select(one => new WayStep(one.Number, WayAction.ByOneself, one.Title, $"Поможет: {one.RemovedBy}", null)),
        ];
        var remaining = steps.Aggregate(present, (bits, step) => bits & ~(1u << (step.Number - 1)));
        return new WayOut(
            block.Outcome.Level == RiskLevel.High,
            block.Outcome.IsPreliminary,
            steps,
            block.Rule == LevelRule.Any ? remaining == 0 : PointsOf(block, remaining) < block.Threshold);
    }

    private static int PointsOf(in AssessmentBlock block, uint bits)
    {
        var sum = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            sum += block.WeightOf(BitOperations.TrailingZeroCount(bits) + 1);
        }

        return sum;
    }
}
