using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <param name="Title">Of the step, or «Срок плана».</param>
/// <param name="Before">As it was agreed; null: it was not there.</param>
/// <param name="Now">As it is; null: it is gone.</param>
public sealed record PlanChange(string Goal, string Title, string? Before, string? Now);

/// <param name="Agreed">The whole, as it was agreed.</param>
/// <param name="Changes">What is other now; empty: nothing.</param>
public sealed record ComparedVersion(int Number, DateOnly AgreedOn, AgreementWay Way, AgreedPlan Agreed, IReadOnlyList<PlanChange> Changes);

/// <summary>What has changed in a plan since the person agreed to one of its versions.</summary>
public sealed class ComparePlanVersions(MarshrutDb db, Sealer sealer) : IUseCase
{
    /// <param name="card">The plan as it stands.</param>
    /// <param name="number">Of the version.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Null: there is no such version.</returns>
    public async Task<ComparedVersion?> Compare(PlanCard card, int number, CancellationToken cancel)
    {
        if (await db.PlanVersions.AsNoTracking().FirstOrDefaultAsync(row => row.PlanId == card.Id && row.Number == number, cancel) is not { } version)
        {
            return null;
        }

        var agreed = AgreedPlan.Open(sealer, version);
        var now = card.Goals.SelectMany(goal => goal.Steps.Where(step => step.State != StepState.Dropped).Select(step => (goal.Words, Step: step))).ToDictionary(one => one.Step.Id);
        var changes = new List<PlanChange>();
        if (agreed.EndsOn != card.EndsOn)
        {
            changes.Add(new PlanChange("", "Срок плана", Russian.Date(agreed.EndsOn), Russian.Date(card.EndsOn)));
        }

        foreach (var step in agreed.Steps)
        {
            var before = Told(step);
            if (!now.Remove(step.Id, out var one))
            {
                changes.Add(new PlanChange(step.Goal, step.Title, before, null));
            }
            else if (Told(one.Words, one.Step) is var after && (before != after || step.Title != one.Step.Words.Title))
            {
                changes.Add(new PlanChange(one.Words, one.Step.Words.Title, step.Title == one.Step.Words.Title ? before : $"{step.Title}: {before}", after));
            }
        }

        changes.AddRange(now.Values.Select(one => new PlanChange(one.Words, one.Step.Words.Title, null, Told(one.Words, one.Step))));
        return new ComparedVersion(version.Number, version.AgreedOn, version.Way, agreed, changes);
    }

    private static string Told(AgreedStep step) => Told(step.Goal, step.DueOn, step.Place, step.Responsible, step.Who);

    private static string Told(string goal, StepLine step) => Told(goal, step.DueOn, step.Words.Place, step.Words.Responsible, step.Words.Who);

    private static string Told(string goal, DateOnly due, string? place, StepResponsible responsible, string? who) =>
        string.Join(", ", new[] { goal, $"до {Russian.Date(due)}", place, who ?? PlanWords.Responsible(responsible) }.OfType<string>());
}
