using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;

namespace Marshrut.Core.Cases.Plans;

/// <param name="Set">Code of a set of the catalogue, with its steps; null: a goal in <paramref name="Words"/> without steps.</param>
/// <param name="SeenVersion">Of the plan that the form was filled in for.</param>
public sealed record NewGoal(long CaseId, string? Set, string? Words, int SeenVersion);

/// <summary>Adds a goal to a plan: a set of the catalogue, or the curator's own words.</summary>
public sealed class AddGoal(MarshrutDb db, PlanBook book, ReadCatalogue catalogues, Sealer sealer, TimeProvider clock) : IUseCase
{
    private const int MostGoals = 12;

    /// <returns>False: there is no such plan in the centre in scope.</returns>
    /// <exception cref="RuleViolation">No words; it is there already; too many; the plan was changed meanwhile.</exception>
    public async Task<bool> Add(NewGoal input, CancellationToken cancel)
    {
        var catalogue = (await catalogues.Read(cancel)).Content;
        var set = string.IsNullOrEmpty(input.Set) ? null : catalogue.Sets.FirstOrDefault(one => one.IsUsed && one.Code == input.Set);
        var words = set?.Goal ?? PlanText.Of(input.Words, "no-goal", "Выберите набор или напишите цель.");
        var ids = new IdRange(db.Ids.Reserve(PlanBook.MostSteps + 1), PlanBook.MostSteps + 1);
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.CaseId, input.SeenVersion, cancel) is not { } opened)
        {
            return false;
        }

        if (opened.Goals.Contains(words, StringComparer.OrdinalIgnoreCase))
        {
            throw new RuleViolation("goal-exists", "Такая цель в плане уже есть.");
        }

        if (opened.Goals.Count >= MostGoals)
        {
            throw new RuleViolation("many-goals", $"В плане уже {MostGoals} целей. Уберите лишние: человек должен их помнить.");
        }

        opened.Goals.Add(words);
        var before = opened.Steps.Count;
        if (set is not null)
        {
            MakePlan.AddSteps(opened, opened.Goals.Count, catalogue.StepsOf(set), clock.Today(), ids.Take, sealer);
        }

        db.PlanSteps.AddRange(opened.Steps.Skip(before));
        opened.Plan.Change();
        await book.Save(opened, $"в план добавлена цель: {words}", ids.Take(), AuditActions.PlanChanged, activity: false, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
