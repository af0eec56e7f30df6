using Marshrut.Rules.Risk;

namespace Marshrut.Rules.Profiling.Questionnaires;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>One of the options.</summary>
    One = 1,

    /// <summary>Any of the options.</summary>
    Many = 2,

    /// <summary>A whole number.</summary>
    Number = 3,

    /// <summary>Own words.</summary>
    Text = 4,
}

/// <param name="Fact">What an answer says for the determination of risk.</param>
public sealed record FactFeed(FactCode Fact, FactValue Value);

/// <param name="Code">As responses store it: never renamed within a version.</param>
/// <param name="Text">As it is read out.</param>
/// <param name="Feed">The fact that it states; null: none.</param>
/// <param name="Request">Code of the client request that it makes; null: none.</param>
/// <param name="Points">Of a questionnaire that adds points.</param>
/// <param name="IsAlone">Of many: not together with others, as «ничего из этого».</param>
public sealed record AnswerOption(string Code, string Text, FactFeed? Feed = null, string? Request = null, int Points = 0, bool IsAlone = false);

/// <param name="Question">Code of an earlier question.</param>
/// <param name="Options">One of these must be chosen there.</param>
public sealed record AskedWhen(string Question, IReadOnlyList<string> Options);

/// <param name="Code">As responses store it.</param>
/// <param name="Text">As it is read out.</param>
/// <param name="Help">What to keep in mind; null: nothing.</param>
/// <param name="When">Null: always asked.</param>
public sealed record Question(
    string Code, QuestionKind Kind, string Text, IReadOnlyList<AnswerOption> Options, bool IsRequired = true, string? Help = null, AskedWhen? When = null);

/// <param name="Title">Null: the only section.</param>
public sealed record QuestionSection(string? Title, IReadOnlyList<Question> Questions);

/// <summary>One version of a questionnaire; responses name it, so a version that was answered never changes.</summary>
/// <param name="Code">Of the questionnaire, the same in all versions.</param>
/// <param name="Version">From 1.</param>
/// <param name="Title">As lists show it.</param>
/// <param name="Stages">For whom it is meant.</param>
/// <param name="RiskFrom">Points from which the region's own rule speaks of risk; null: it does not add points.</param>
public sealed record Questionnaire(string Code, int Version, string Title, IReadOnlyList<RouteStage> Stages, IReadOnlyList<QuestionSection> Sections, int? RiskFrom = null)
{
    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    /// <summary>The most points that can be had.</summary>
    public int MostPoints => Questions.Sum(question => question.Kind == QuestionKind.Many
        ? Math.Max(question.Options.Where(option => !option.IsAlone).Sum(option => option.Points), question.Options.Where(option => option.IsAlone).Select(option => option.Points).DefaultIfEmpty().Max())
        : question.Options.Select(option => option.Points).DefaultIfEmpty().Max());
}
