using System.Globalization;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Web.Pages.Profiling.Responses;

namespace Marshrut.Web.Pages.Profiling.Answering;

/// <summary>
/// A questionnaire as a person answers it. All questions stand on one page: with script one at a time, without it below one another, and what a condition
/// leaves out is passed over when the answers are read.
/// </summary>
/// <param name="Action">Where the answers go.</param>
/// <param name="Answers">So far.</param>
/// <param name="Problems">Question → what is wrong.</param>
/// <param name="KeepAction">Where answers are kept while they are being given; null: nowhere.</param>
/// <param name="Key">Under which name the phone keeps them; null: it does not.</param>
/// <param name="SendWords">On the last button.</param>
public sealed record AnsweringForm(
    Questionnaire Questionnaire,
    string Action,
    Answers Answers,
    IReadOnlyDictionary<string, string> Problems,
    AnswerDirectories Directories,
    string? KeepAction = null,
    string? Key = null,
    string SendWords = "Отправить ответы")
{
    private const int SecondsAQuestion = 15;

    public IReadOnlyList<AskedQuestion> Questions => [.. Questionnaire.Questions.Select((question, index) =>
        new AskedQuestion(question, index + 1, Answers.Of(question.Code), Problems.GetValueOrDefault(question.Code), Directories, IsLarge: true))];

    /// <summary>For script: «work:none,casual».</summary>
    public static string? When(Question question) => question.When is { } when ? $"{when.Question}:{string.Join(',', when.Options)}" : null;

    /// <summary>For those without script.</summary>
    public string? WhenWords(Question question) => question.When is { } when && Questionnaire.Questions.FirstOrDefault(one => one.Code == when.Question) is { } asked
        ? $"Отвечайте, если на вопрос «{asked.Text}» вы выбрали {string.Join(" или ", asked.Options.Where(option => when.Options.Contains(option.Code)).Select(option => $"«{option.Text}»"))}."
        : null;

    public string Seconds => SecondsAQuestion.ToString(CultureInfo.InvariantCulture);
}
