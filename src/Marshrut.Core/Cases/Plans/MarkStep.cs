using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Cases.Plans;

/// <param name="State">Done, dropped, or ahead again.</param>
/// <param name="On">The day it was done; null: today.</param>
/// <param name="Result">What came of it; why it was dropped.</param>
/// <param name="SeenVersion">Of the plan that was looked at.</param>
public sealed record StepMark(long CaseId, long StepId, StepState State, DateOnly? On, string? Result, int SeenVersion);

/// <summary>
/// Marks a step: done, dropped, or a mistaken mark taken back. A done step whose measure proves something becomes a fact in the centre's register and goes
/// back to the ЦК (З1.2, З1.5), where the level is determined anew.
/// </summary>
public sealed class MarkStep(MarshrutDb db, PlanBook book, Sealer sealer, TellFact facts, TimeProvider clock) : IUseCase
{
    private const int EarliestYears = 3;

    /// <returns>False: there is no such step in the centre in scope.</returns>
    /// <exception cref="RuleViolation">A day that cannot be; no reason; somebody marked it before.</exception>
    public async Task<bool> Mark(StepMark input, CancellationToken cancel)
    {
        var today = clock.Today();
        var on = input.On ?? today;
        if (on > today || on < today.AddYears(-EarliestYears))
        {
            throw new RuleViolation("on-unusable", "Когда сделано: сегодня или раньше. Напишите дату так: 01.12.2026.");
        }

        var result = PlanText.OrNone(input.Result, "result-long");
        if (input.State == StepState.Dropped && result is null)
        {
            throw new RuleViolation("reason-missing", "Напишите, почему шаг больше не нужен.");
        }

        var entryId = db.Ids.Take();
        var factIds = new IdRange(db.Ids.Reserve(TellFact.IdsOfOne), TellFact.IdsOfOne);
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.CaseId, input.SeenVersion, cancel) is not { } opened || opened.Steps.Find(one => one.Id == input.StepId) is not { } step)
        {
            return false;
        }

        var words = StepWords.Open(sealer, step);
        var before = (step.State, step.EndedOn);
        if (input.State == StepState.Ahead)
        {
            step.Reopen();
        }
        else
        {
            step.End(input.State, on);
        }

        step.Words = (words with { Result = input.State == StepState.Ahead ? null : result }).Seal(sealer, step.Id);
        var fact = words.Fact is { } code ? FactOf(code, before, step, words.Title) : null;
        var study = fact is null ? null : await facts.Tell(opened.Opened, fact, factIds, cancel);
        if (input.State == StepState.Done || before.State == StepState.Done)
        {
            opened.Plan.Mark();
        }
        else
        {
            opened.Plan.Change();
        }

        await book.Save(opened, Told(input, words.Title, on, result), entryId, AuditActions.StepMarked, activity: input.State == StepState.Done, cancel);
        await transaction.CommitAsync(cancel);
        await facts.Settle(study is { } changed ? [changed] : [], cancel);

        return true;
    }

    /// <summary>A mark that is taken back takes the fact back.</summary>
    private static FactDone? FactOf(FactCode code, (StepState State, DateOnly? EndedOn) before, PlanStep step, string title) => step.State switch
    {
        StepState.Done => new FactDone(code, FactValue.Yes, step.EndedOn!.Value, title),
        _ when before.State == StepState.Done => new FactDone(code, FactValue.Unknown, before.EndedOn!.Value, title),
        _ => null,
    };

    private static string Told(StepMark input, string title, DateOnly on, string? result) => input.State switch
    {
        StepState.Done => $"сделан шаг «{title}», {Russian.Date(on)}{(result is null ? "" : $": {result}")}",
        StepState.Dropped => $"убран шаг «{title}»: {result}",
        _ => $"снята отметка с шага «{title}»",
    };
}
