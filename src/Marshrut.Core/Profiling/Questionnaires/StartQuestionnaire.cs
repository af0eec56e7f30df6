using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Questionnaires;

/// <summary>Begins an own questionnaire: an empty one, or a copy of one that people are asked already.</summary>
public sealed class StartQuestionnaire(MarshrutDb db, FindQuestionnaire find) : IUseCase
{
    /// <summary>A list of more is no list.</summary>
    public const int Most = 100;

    private const string Copy = ", копия";

    /// <param name="from">Code of the one to copy; null: an empty one.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <returns>Null: there is none to copy; else the id of the new one.</returns>
    /// <exception cref="RuleViolation"><c>many-questionnaires</c>.</exception>
    public async Task<long?> Start(string? from, CancellationToken cancel)
    {
        var source = from is null ? null : await find.Find(from, null, cancel);
        if (from is not null && source is null)
        {
            return null;
        }

        if (await db.OwnQuestionnaires.CountAsync(cancel) >= Most)
        {
            throw new RuleViolation("many-questionnaires", $"Анкет уже {Most}. Правьте одну из них: прежние версии останутся.");
        }

        var id = db.Ids.Take();
        var (draft, made) = source is null
            ? (QuestionnaireEditing.Empty(OwnQuestionnaire.CodeOf(id), [await find.IsSchool(cancel) ? RouteStage.SchoolToNinth : RouteStage.LastCourse]), 1)
            : (source with { Code = OwnQuestionnaire.CodeOf(id), Version = 0, Title = TitleOfCopy(source.Title) }, QuestionnaireEditing.MadeIn(source));
        db.OwnQuestionnaires.Add(new OwnQuestionnaire
        {
            Id = id,
            OrganizationId = db.Scope.OrganizationId,
            Title = draft.Title,
            Draft = QuestionnaireText.Of(draft),
            QuestionsMade = made,
            IsChanged = true,
        });
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.QuestionnairesChanged, "questionnaire", id, Details: new { what = "started", title = draft.Title, from }));
        await db.SaveChangesAsync(cancel);
        return id;
    }

    private static string TitleOfCopy(string title) => title.Length + Copy.Length > QuestionnaireProblems.LongestTitle ? title : title + Copy;
}
