using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Steps;

/// <param name="Until">The case wakes by itself on this day.</param>
/// <param name="SeenVersion">Of the case that the form was filled in for.</param>
public sealed record CasePause(long CaseId, DateOnly? Until, string? Reason, int SeenVersion);

/// <summary>Lets a case sleep until a day: army, childcare, a long illness.</summary>
public sealed class PauseCase(MarshrutDb db, CaseBook book, TimeProvider clock) : IUseCase
{
    private const int LongestYears = 4;

    /// <returns>False: there is no such case in the centre in scope.</returns>
    /// <exception cref="RuleViolation">No day, no reason, or the case cannot sleep now.</exception>
    public async Task<bool> Pause(CasePause input, CancellationToken cancel)
    {
        var today = clock.Today();
        if (input.Until is not { } until || until <= today || until > today.AddYears(LongestYears))
        {
            throw new RuleViolation("until-unusable", $"Укажите день, когда вернуться к человеку: позже сегодняшнего, не дальше чем через {LongestYears} года.");
        }

        var reason = WrittenText.Of(input.Reason, whenEmpty: "Напишите, почему приостанавливаете: служба, уход за ребёнком, болезнь.");
        var entryId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.CaseId, input.SeenVersion, cancel) is not { } opened)
        {
            return false;
        }

        opened.Case.Pause(until);
        await db.CancelVisits(input.CaseId, cancel);
        book.Tell(opened, new CaseEntryDraft(CaseEntryKind.Step, Step: CaseStep.Pause, On: until, Text: reason), entryId, AuditActions.CasePaused, activity: true);
        await book.Save([opened], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
