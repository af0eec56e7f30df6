using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Profiling;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Questionnaires;

/// <param name="Code">As addresses and responses name it.</param>
/// <param name="OwnId">Null: a ready one.</param>
/// <param name="Published">Number of the latest version; 0: none.</param>
/// <param name="IsChanged">The draft says something else than the latest version.</param>
/// <param name="Responses">How many there are, of all versions.</param>
public sealed record QuestionnaireLine(
    string Code, string Title, IReadOnlyList<RouteStage> Stages, int Questions, long? OwnId, int Published, bool IsChanged, bool IsRetired, int Responses);

/// <summary>Own questionnaires of the organisation in scope and the ready ones of its kind.</summary>
public sealed class ListQuestionnaires(MarshrutDb db, FindQuestionnaire find) : IUseCase
{
    public async Task<IReadOnlyList<QuestionnaireLine>> List(CancellationToken cancel)
    {
        var own = await db.OwnQuestionnaires.AsNoTracking().OrderBy(row => row.IsRetired).ThenBy(row => row.Title).ThenBy(row => row.Id).ToListAsync(cancel);
        var answered = await db.Responses.AsNoTracking().GroupBy(row => row.Questionnaire).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        return
        [
            .. own.Select(row =>
            {
                var draft = QuestionnaireText.Parse(row.Draft);
                return new QuestionnaireLine(row.Code, row.Title, draft.Stages, draft.Questions.Count(), row.Id, row.Published, row.IsChanged, row.IsRetired, answered.GetValueOrDefault(row.Code));
            }),
            .. FindQuestionnaire.Ready(await find.IsSchool(cancel)).Select(one => new QuestionnaireLine(
                one.Code, one.Title, one.Stages, one.Questions.Count(), null, one.Version, false, false, answered.GetValueOrDefault(one.Code))),
        ];
    }
}
