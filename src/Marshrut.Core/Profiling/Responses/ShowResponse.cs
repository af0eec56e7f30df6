using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Rules.Profiling.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Responses;

/// <param name="Asked">The questions that were asked, with what was answered in words; empty words: nothing.</param>
/// <param name="Representative">Who agreed for somebody under 18; null: the person.</param>
public sealed record ShownResponse(ResponseLine Line, IReadOnlyList<(Question Question, string Words)> Asked, Conclusions Conclusions, Questionnaire Questionnaire, string? Representative);

/// <summary>One response with its answers.</summary>
public sealed class ShowResponse(MarshrutDb db, Sealer sealer, ListResponses list, FindQuestionnaire questionnaires, ReadAnswers read) : IUseCase
{
    /// <param name="id">Of the response.</param>
    /// <param name="enrolmentId">A study of its person: the card that it is opened from.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Null: there is no such response on this card.</returns>
    public async Task<ShownResponse?> Show(long id, long enrolmentId, CancellationToken cancel)
    {
        var rows = db.Responses.Where(row => row.Id == id && db.Enrolments.Any(study => study.Id == enrolmentId && study.PersonId == row.PersonId));
        if (await rows.AsNoTracking().FirstOrDefaultAsync(cancel) is not { } row || await questionnaires.Find(row.Questionnaire, row.Version, cancel) is not { } questionnaire)
        {
            return null;
        }

        var answers = sealer.OpenAnswers(row.Answers, row.Id);
        var directories = await read.Directories(questionnaire, cancel);
        return new ShownResponse(
            (await list.Read(rows, cancel)).Single(),
            [.. ResponseReading.Asked(questionnaire, answers).Where(question => question.Kind != QuestionKind.Consent || answers.Of(question.Code).Count > 0).Select(question => (question, ReadAnswers.Words(question, answers.Of(question.Code), directories)))],
            ResponseReading.Conclude(questionnaire, answers),
            questionnaire,
            answers.Of(Answers.RepresentativeKey) is [var name, ..] ? name : null);
    }
}
