using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Steps;

/// <param name="On">The day of the outcome; for those who work, the first day of work.</param>
/// <param name="Employer">Where the person works; needed where there is an employer.</param>
/// <param name="Evidence">What it is known from.</param>
/// <param name="SeenVersion">Of the case that the form was filled in for.</param>
public sealed record CaseClosing(long CaseId, CaseOutcome? Outcome, DateOnly? On, string? Employer, string? Position, string? Evidence, int SeenVersion);

/// <summary>Ends a case with an outcome (DOMAIN §9). The person is free for another centre; who found work is asked again in 1, 3, 6 and 12 months.</summary>
public sealed class CloseCase(MarshrutDb db, CaseBook book, TellStaff staff, ShowLostAfter lost, TimeProvider clock) : IUseCase
{
    /// <summary>The entry, and two questions at each of four terms.</summary>
    private const int Ids = 9;

    private const int LongestEmployer = 300;

    private const int EarliestYears = 3;

    /// <returns>False: there is no such case in the centre in scope.</returns>
    /// <exception cref="RuleViolation">What is missing, or the case cannot end so.</exception>
    public async Task<bool> Close(CaseClosing input, CancellationToken cancel)
    {
        if (input.Outcome is not { } outcome || !Enum.IsDefined(outcome) || !outcome.IsChoice)
        {
            throw new RuleViolation("outcome-missing", "Выберите, чем закончилось сопровождение.");
        }

        if (input.On is not { } on || on > clock.Today() || on < clock.Today().AddYears(-EarliestYears))
        {
            throw new RuleViolation("on-unusable", $"Укажите день: сегодня или раньше, не давнее {EarliestYears} лет.");
        }

        var (employer, position) = (Spaces.Collapse(input.Employer ?? ""), Spaces.Collapse(input.Position ?? ""));
        if (outcome.HasEmployer && employer.Length is 0 or > LongestEmployer)
        {
            throw new RuleViolation("employer-missing", "Напишите, где человек работает: название организации.");
        }

        var evidence = outcome.IsWork || outcome == CaseOutcome.Other
            ? WrittenText.Of(input.Evidence, whenEmpty: outcome.IsWork ? "Напишите, откуда это известно: со слов, справка, договор." : "Напишите, чем закончилось.")
            : WrittenText.OrNone(input.Evidence);
        var ids = new IdRange(db.Ids.Reserve(Ids), Ids);
        var noticeIds = staff.TakeIds();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.CaseId, input.SeenVersion, cancel) is not { } opened)
        {
            return false;
        }

        opened.Case.Close(outcome, on, await lost.Show(cancel));
        await db.CancelVisits(input.CaseId, cancel);
        var work = outcome.HasEmployer ? string.Join(", ", new[] { employer, position }.Where(part => part.Length > 0)) : "";
        var words = string.Join(". ", new[] { work, evidence }.Where(part => !string.IsNullOrEmpty(part)));
        book.Tell(
            opened, new CaseEntryDraft(CaseEntryKind.Step, Step: CaseStep.Close, Outcome: outcome, On: on, Text: words), ids.Take(), AuditActions.CaseClosed, activity: true, new { outcome = (int)outcome });
        foreach (var (dueOn, with) in FollowUps.After(outcome, on))
        {
            db.FollowUps.Add(new FollowUp { Id = ids.Take(), OrganizationId = opened.Case.OrganizationId, CaseId = opened.Case.Id, DueOn = dueOn, With = with });
        }

        var holding = opened.Case.HoldingId;
        await db.Holdings.Where(row => row.Id == holding).ExecuteDeleteAsync(cancel);
        if (opened.Item is { } item)
        {
            await staff.Tell(new NoticeDraft(NoticeKind.CasesEnded, item.FromOrganizationId, Permission.SendTransfers, 0, 1, item.ToOrganizationId), noticeIds, cancel);
        }

        await book.Save([opened], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
