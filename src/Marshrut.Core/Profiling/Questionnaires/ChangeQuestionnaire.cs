using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Profiling.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Questionnaires;

/// <summary>Changes the draft of an own questionnaire, publishes it as a version, or no longer offers it. Versions that people were asked never change.</summary>
public sealed class ChangeQuestionnaire(MarshrutDb db, ListRequestTypes types, TimeProvider clock) : IUseCase
{
    /// <param name="id">Of the questionnaire.</param>
    /// <param name="seen">The version that the form was filled in for.</param>
    /// <param name="change">Gives the new draft; it is told the code that a new question gets.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <returns>False: there is none here.</returns>
    /// <exception cref="RuleViolation"><c>questionnaire-changed</c>, <c>draft-large</c>.</exception>
    public async Task<bool> Change(long id, int seen, Func<Questionnaire, string, Questionnaire> change, CancellationToken cancel)
    {
        if (await Find(id, seen, cancel) is not { } row)
        {
            return false;
        }

        var next = QuestionnaireEditing.CodeOf(row.QuestionsMade + 1);
        var draft = change(QuestionnaireText.Parse(row.Draft), next);
        if (draft.Sections.Count > QuestionnaireProblems.MostSections || draft.Questions.Count() > QuestionnaireProblems.MostQuestions)
        {
            throw new RuleViolation("draft-large", $"В анкете не больше {QuestionnaireProblems.MostQuestions} вопросов и {QuestionnaireProblems.MostSections} разделов: до конца не дойдут.");
        }

        (row.Title, row.Draft, row.IsChanged) = (draft.Title, QuestionnaireText.Of(draft), true);
        row.QuestionsMade += draft.Questions.Any(question => question.Code == next) ? 1 : 0;
        await Save(row, "changed", cancel);
        return true;
    }

    /// <returns>Null: there is none here; else the number of the version.</returns>
    /// <exception cref="RuleViolation"><c>questionnaire-changed</c>, <c>questionnaire-unready</c>.</exception>
    public async Task<int?> Publish(long id, int seen, CancellationToken cancel)
    {
        if (await Find(id, seen, cancel) is not { } row)
        {
            return null;
        }

        var draft = QuestionnaireText.Parse(row.Draft);
        if (ShowDraft.Problems(draft, await types.List(cancel)) is [var problem, ..])
        {
            throw new RuleViolation("questionnaire-unready", problem.Words);
        }

        if (!row.IsChanged)
        {
            return row.Published;
        }

        row.Published++;
        (row.IsChanged, row.IsRetired) = (false, false);
        db.PublishedQuestionnaires.Add(new PublishedQuestionnaire
        {
            Id = db.Ids.Take(),
            OrganizationId = row.OrganizationId,
            QuestionnaireId = row.Id,
            Number = row.Published,
            Text = QuestionnaireText.Of(draft with { Version = row.Published }),
            PublishedAt = clock.UtcNow(),
            Actor = db.Scope.Actor,
        });
        await Save(row, "published", cancel);
        return row.Published;
    }

    /// <returns>False: there is none here.</returns>
    /// <exception cref="RuleViolation"><c>questionnaire-changed</c>.</exception>
    public async Task<bool> Offer(long id, int seen, bool offered, CancellationToken cancel)
    {
        if (await Find(id, seen, cancel) is not { } row)
        {
            return false;
        }

        if (row.IsRetired == offered)
        {
            row.IsRetired = !offered;
            await Save(row, offered ? "offered" : "retired", cancel);
        }

        return true;
    }

    private async Task<OwnQuestionnaire?> Find(long id, int seen, CancellationToken cancel)
    {
        var row = await db.OwnQuestionnaires.FirstOrDefaultAsync(one => one.Id == id, cancel);
        return row is null || row.Version == seen ? row : throw Changed();
    }

    private async Task Save(OwnQuestionnaire row, string what, CancellationToken cancel)
    {
        row.Version++;
        db.Audit(new AuditDraft(row.OrganizationId, AuditActions.QuestionnairesChanged, "questionnaire", row.Id, Details: new { what, title = row.Title, version = row.Published }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Changed();
        }
    }

    private static RuleViolation Changed() => new("questionnaire-changed", "Пока вы правили анкету, её изменили в другом окне или коллега. Посмотрите, как она выглядит теперь, и повторите.");
}
