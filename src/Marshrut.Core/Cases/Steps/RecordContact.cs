using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Steps;

/// <param name="Next">When to try again; null: as the result proposes.</param>
/// <param name="FollowUpId">The planned question that this answers, of a person who works.</param>
/// <param name="SeenVersion">Of the case that was looked at: a second press of the same button is told, and not counted.</param>
public sealed record ContactAttempt(
    long CaseId, ContactWay? Way, ContactResult? Result, string? Note = null, DateOnly? Next = null, long? FollowUpId = null, int? SeenVersion = null);

/// <summary>Records an attempt to reach a person, or the employer: way, result, what is next.</summary>
public sealed class RecordContact(MarshrutDb db, CaseBook book, TimeProvider clock) : IUseCase
{
    private const int FarthestMonths = 12;

    /// <returns>False: there is no such case in the centre in scope.</returns>
    /// <exception cref="RuleViolation">No way, no result, a day that cannot be; the case has ended.</exception>
    public async Task<bool> Record(ContactAttempt input, CancellationToken cancel)
    {
        if (input.Way is not { } way || !Enum.IsDefined(way) || input.Result is not { } result || !Enum.IsDefined(result))
        {
            throw new RuleViolation("result-missing", "Выберите, как связывались и чем закончилось.");
        }

        var today = clock.Today();
        if (input.Next is { } asked && (asked < today || asked > today.AddMonths(FarthestMonths)))
        {
            throw new RuleViolation("next-unusable", "Следующий разговор — сегодня или позже, не дальше чем через год.");
        }

        var note = WrittenText.OrNone(input.Note);
        var entryId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.CaseId, input.SeenVersion, cancel) is not { } opened)
        {
            return false;
        }

        var next = input.Next ?? result.Next(today);
        if (input.FollowUpId is { } followUp)
        {
            next = null;
            await Answer(opened.Case, followUp, result, today, cancel);
        }
        else
        {
            opened.Case.Contact(way, result, today, next);
        }

        book.Tell(opened, new CaseEntryDraft(CaseEntryKind.Contact, way, result, On: next, Text: note), entryId, AuditActions.CaseContacted, activity: true, new { way = (int)way, result = (int)result });
        await book.Save([opened], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task Answer(Case row, long followUpId, ContactResult result, DateOnly today, CancellationToken cancel)
    {
        var followUp = await db.FollowUps.SingleOrDefaultAsync(one => one.Id == followUpId && one.CaseId == row.Id, cancel);
        if (followUp is not { DoneOn: null })
        {
            throw new RuleViolation("follow-up-done", "Этот вопрос уже задали. Обновите страницу.");
        }

        // Nobody answered: the question stays, and the attempt is told in the story.
        followUp.DoneOn = result.IsReached ? today : null;
        row.Version++;
    }
}
