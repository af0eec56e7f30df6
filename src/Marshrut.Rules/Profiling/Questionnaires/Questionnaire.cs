using System.Text.Json.Serialization;
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

    /// <summary>A few own words.</summary>
    Text = 4,

    /// <summary>A mark from 1 upwards: the options are the marks.</summary>
    Scale = 5,

    /// <summary>A day, ISO in answers.</summary>
    Date = 6,

    /// <summary>A story in own words.</summary>
    LongText = 7,

    /// <summary>An organisation of the region by its code: typed by hand, no two write it alike.</summary>
    Organization = 8,

    /// <summary>A programme by its code.</summary>
    Programme = 9,

    /// <summary>A consent of the person; a separate document, so nobody answers it for them.</summary>
    Consent = 10,
}

/// <summary>To what a question may ask a consent. One to health data is signed on paper (DOMAIN §13), so no question asks it.</summary>
public enum AskedConsent
{
    Transfer = 1,
    Risk = 2,
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
/// <param name="Request">Code of the client request that any answer makes, where there are no options; null: none.</param>
/// <param name="FactMonths">How long a fact from its answer stands, 1 to 12 months.</param>
/// <param name="Low">Of a scale: what its lowest mark means; null: not said.</param>
/// <param name="High">Of a scale: what its highest mark means; null: not said.</param>
/// <param name="Consent">Of a consent: to what.</param>
public sealed record Question(
    string Code,
    QuestionKind Kind,
    string Text,
    IReadOnlyList<AnswerOption> Options,
    bool IsRequired = true,
    string? Help = null,
    AskedWhen? When = null,
    string? Request = null,
    int FactMonths = FactEntry.ValidityMonths,
    string? Low = null,
    string? High = null,
    AskedConsent? Consent = null);

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
    [JsonIgnore]
    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    /// <summary>As a specialist fills it in for a person: a consent is given by the person alone.</summary>
    public Questionnaire WithoutConsents() => this with { Sections = [.. Sections.Select(section => section with { Questions = [.. section.Questions.Where(question => question.Kind != QuestionKind.Consent)] })] };

    /// <summary>The most points that can be had.</summary>
    [JsonIgnore]
    public int MostPoints => Questions.Sum(question => question.Kind == QuestionKind.Many
        ? Math.Max(question.Options.Where(option => !option.IsAlone).Sum(option => option.Points), question.Options.Where(option => option.IsAlone).Select(option => option.Points).DefaultIfEmpty().Max())
        : question.Options.Select(option => option.Points).DefaultIfEmpty().Max());
}

/// <summary>What kinds of questions are called and can do.</summary>
public static class QuestionKinds
{
    public const string Agrees = "yes";
    public const string Refuses = "no";

    /// <summary>Marks of a scale.</summary>
    public const int FewestMarks = 3;

    /// <inheritdoc cref="FewestMarks"/>
    public const int MostMarks = 10;

    public static IReadOnlyList<AnswerOption> ConsentOptions { get; } = [new(Agrees, "Да, даю согласие"), new(Refuses, "Нет")];

    public static string Title(QuestionKind kind) => kind switch
    {
        QuestionKind.One => "Один ответ",
        QuestionKind.Many => "Несколько ответов",
        QuestionKind.Number => "Число",
        QuestionKind.Text => "Короткий текст",
        QuestionKind.Scale => "Шкала",
        QuestionKind.Date => "Дата",
        QuestionKind.LongText => "Длинный текст",
        QuestionKind.Organization => "Организация региона",
        QuestionKind.Programme => "Программа обучения",
        _ => "Согласие",
    };

    extension(QuestionKind kind)
    {
        /// <summary>Options that the author writes.</summary>
        public bool HasOptions => kind is QuestionKind.One or QuestionKind.Many;

        /// <summary>Answered by choosing among its options.</summary>
        public bool IsChosen => kind is QuestionKind.One or QuestionKind.Many or QuestionKind.Scale or QuestionKind.Consent;

        /// <summary>Options may feed facts and requests, and add points.</summary>
        public bool Feeds => kind is QuestionKind.One or QuestionKind.Many or QuestionKind.Scale;

        /// <summary>Chosen from a directory.</summary>
        public bool IsOfDirectory => kind is QuestionKind.Organization or QuestionKind.Programme;
    }
}
