using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Profiling.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Questionnaires;

/// <param name="By">Full name; empty: the program.</param>
public sealed record VersionLine(int Number, DateTime PublishedAt, string By);

/// <param name="Problems">What keeps it from being published; empty: nothing.</param>
/// <param name="Versions">The latest first.</param>
/// <param name="Requests">Types that its answers may make.</param>
public sealed record ShownDraft(
    OwnQuestionnaire Row, Questionnaire Draft, IReadOnlyList<QuestionnaireProblem> Problems, IReadOnlyList<VersionLine> Versions, IReadOnlyList<RequestTypeLine> Requests);

/// <summary>An own questionnaire as it is being written.</summary>
public sealed class ShowDraft(MarshrutDb db, ListRequestTypes types) : IUseCase
{
    /// <returns>Null: there is none here.</returns>
    public async Task<ShownDraft?> Show(long id, CancellationToken cancel)
    {
        if (await db.OwnQuestionnaires.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } row)
        {
            return null;
        }

        var versions = await db.PublishedQuestionnaires.AsNoTracking().Where(one => one.QuestionnaireId == id).OrderByDescending(one => one.Number)
            .Select(one => new { one.Number, one.PublishedAt, one.Actor }).ToListAsync(cancel);
        var users = versions.Select(one => Actors.UserIn(one.Actor)).OfType<long>().Distinct().ToList();
        var names = users.Count == 0 ? [] : await db.Users.AsNoTracking().Where(user => users.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        var requests = await types.List(cancel);
        var draft = QuestionnaireText.Parse(row.Draft);
        return new ShownDraft(
            row,
            draft,
            Problems(draft, requests),
            versions.ConvertAll(one => new VersionLine(one.Number, one.PublishedAt, Actors.UserIn(one.Actor) is { } user ? names.GetValueOrDefault(user, "") : "")),
            requests);
    }

    internal static IReadOnlyList<QuestionnaireProblem> Problems(Questionnaire draft, IReadOnlyList<RequestTypeLine> requests)
    {
        var offered = requests.Where(type => !type.IsRetired).Select(type => type.Code).ToHashSet();
        return
        [
            .. QuestionnaireProblems.Of(draft),
            .. draft.Questions.Where(question => question.Options.Select(option => option.Request).Append(question.Request).OfType<string>().Any(code => !offered.Contains(code)))
                .Select(question => new QuestionnaireProblem(question.Code, $"«{question.Text}»: такого вида запроса больше не предлагают. Выберите другой.")),
        ];
    }
}
