using Marshrut.Rules.Profiling.Questionnaires;

namespace Marshrut.Web.Pages.Profiling.Responses;

/// <summary>One question as a page asks it; the partial <c>_Question</c> draws it.</summary>
/// <param name="Number">From 1, among those that are asked now.</param>
/// <param name="Given">Codes or words so far.</param>
/// <param name="Problem">What is wrong with them; null: nothing.</param>
/// <param name="IsLarge">For fingers: the whole frame of an answer is pressable.</param>
public sealed record AskedQuestion(Question Question, int Number, IReadOnlyList<string> Given, string? Problem, AnswerDirectories Directories, bool IsLarge)
{
    public string Name => $"A[{Question.Code}]";

    public string Id => $"q-{Question.Code}";

    public string? ErrorId => Problem is null ? null : Id + "-error";

    /// <summary>What stands in a field of text.</summary>
    public string Written => Given.Count > 0 && !Question.Kind.IsChosen ? Core.Profiling.Responses.ReadAnswers.Words(Question, Given, Directories) : "";

    public bool IsGiven(AnswerOption option) => Given.Contains(option.Code);

    public string Label => IsLarge ? Question.Text : $"{Number}. {Question.Text}";
}
