using System.Globalization;
using Marshrut.Rules.Risk;

namespace Marshrut.Rules.Profiling.Questionnaires;

/// <summary>What was answered: question → codes of options, or the words or the number.</summary>
public sealed record Answers(IReadOnlyDictionary<string, IReadOnlyList<string>> Given)
{
    /// <summary>In place of a question: who agreed for somebody under 18.</summary>
    public const string RepresentativeKey = "$representative";

    public static Answers None { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    public IReadOnlyList<string> Of(string question) => Given.GetValueOrDefault(question) ?? [];
}

/// <param name="Months">How long it stands.</param>
public sealed record AnsweredFact(FactCode Fact, FactValue Value, int Months);

/// <summary>What follows from answers.</summary>
/// <param name="Facts">Each fact once.</param>
/// <param name="Requests">Codes of types.</param>
/// <param name="Points">Null: the questionnaire does not add points.</param>
/// <param name="Consents">To what the person agreed.</param>
public sealed record Conclusions(IReadOnlyList<AnsweredFact> Facts, IReadOnlyList<string> Requests, int? Points, IReadOnlyList<AskedConsent> Consents);

/// <summary>What questions of a directory are answered from: code → name.</summary>
public sealed record AnswerDirectories(IReadOnlyDictionary<string, string> Organizations, IReadOnlyDictionary<string, string> Programmes)
{
    public static AnswerDirectories None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    public IReadOnlyDictionary<string, string> Of(QuestionKind kind) => kind == QuestionKind.Organization ? Organizations : Programmes;

    /// <summary>The code that was meant: the code itself, a code with words after it, or the very name; else null.</summary>
    public string? Find(QuestionKind kind, string typed)
    {
        var known = Of(kind);
        var words = typed.Trim();
        var head = words.Split(' ', 2)[0];
        return known.ContainsKey(words) ? words
            : known.ContainsKey(head) ? head
            : known.Where(entry => string.Equals(entry.Value, words, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Key).FirstOrDefault();
    }
}

/// <summary>Reads a response against its questionnaire: what is asked, what is missing, what follows.</summary>
public static class ResponseReading
{
    public const int LongestText = 1000;

    /// <summary>A story.</summary>
    public const int LongestStory = 4000;

    /// <summary>Of days in answers.</summary>
    public const string DateForm = "yyyy-MM-dd";

    private const int LargestNumber = 1_000_000;
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>The questions that are asked after these answers, in order: a question whose condition is not met is not, nor what hangs on it.</summary>
    public static IReadOnlyList<Question> Asked(Questionnaire questionnaire, Answers answers)
    {
        var asked = new List<Question>();
        foreach (var question in questionnaire.Questions)
        {
            if (question.When is not { } when || asked.Any(earlier => earlier.Code == when.Question) && answers.Of(when.Question).Any(when.Options.Contains))
            {
                asked.Add(question);
            }
        }

        return asked;
    }

    /// <summary>Question → what is wrong, in Russian; empty: the response can be taken.</summary>
    public static IReadOnlyDictionary<string, string> Problems(Questionnaire questionnaire, Answers answers, AnswerDirectories? directories = null)
    {
        var found = new Dictionary<string, string>();
        foreach (var question in Asked(questionnaire, answers))
        {
            if (Problem(question, answers.Of(question.Code), directories ?? AnswerDirectories.None) is { } problem)
            {
                found[question.Code] = problem;
            }
        }

        return found;
    }

    /// <summary>The answers to the questions that are asked; what was chosen before and is not asked any more is left out.</summary>
    public static Answers Kept(Questionnaire questionnaire, Answers answers) => new(Asked(questionnaire, answers).Select(question => question.Code).Append(Answers.RepresentativeKey)
        .Where(code => answers.Of(code).Count > 0)
        .ToDictionary(code => code, answers.Of));

    /// <param name="questionnaire">Its version.</param>
    /// <param name="answers">Without problems.</param>
    public static Conclusions Conclude(Questionnaire questionnaire, Answers answers)
    {
        var asked = Asked(questionnaire, answers);
        var chosen = asked.SelectMany(question => question.Options.Where(option => answers.Of(question.Code).Contains(option.Code)).Select(option => (Question: question, Option: option))).ToList();
        var written = asked.Where(question => !question.Kind.IsChosen && answers.Of(question.Code).Count > 0).Select(question => question.Request);
        return new Conclusions(
            [.. chosen.Where(pair => pair.Option.Feed is not null).Select(pair => new AnsweredFact(pair.Option.Feed!.Fact, pair.Option.Feed.Value, pair.Question.FactMonths)).DistinctBy(fact => fact.Fact)],
            [.. chosen.Select(pair => pair.Option.Request).Concat(written).OfType<string>().Distinct()],
            questionnaire.RiskFrom is null ? null : chosen.Sum(pair => pair.Option.Points),
            [.. chosen.Where(pair => pair.Question.Kind == QuestionKind.Consent && pair.Option.Code == QuestionKinds.Agrees).Select(pair => pair.Question.Consent).OfType<AskedConsent>().Distinct()]);
    }

    private static string? Problem(Question question, IReadOnlyList<string> given, AnswerDirectories directories)
    {
        if (given.Count == 0)
        {
            return !question.IsRequired ? null : question.Kind switch
            {
                QuestionKind.One => "Выберите ответ.",
                QuestionKind.Many => "Отметьте хотя бы один ответ.",
                QuestionKind.Number => "Напишите число.",
                QuestionKind.Scale => "Выберите оценку.",
                QuestionKind.Date => "Напишите дату: 01.12.2026.",
                QuestionKind.Organization => "Выберите организацию из списка.",
                QuestionKind.Programme => "Выберите программу из списка.",
                QuestionKind.Consent => "Выберите, даёте ли согласие.",
                _ => "Напишите ответ.",
            };
        }

        return question.Kind switch
        {
            QuestionKind.Number => int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LargestNumber ? null : $"Не поняли «{given[0]}». Нужно целое число.",
            QuestionKind.Date => DateOnly.TryParseExact(given[0], DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear
                ? null : $"Не поняли дату «{given[0]}». Напишите её так: 01.12.2026.",
            QuestionKind.Organization or QuestionKind.Programme when !directories.Of(question.Kind).ContainsKey(given[0]) => $"«{given[0]}» нет в справочнике. Начните писать и выберите из подсказок.",
            QuestionKind.Organization or QuestionKind.Programme => null,
            QuestionKind.LongText => given[0].Length <= LongestStory ? null : $"Ответ длиннее {LongestStory} знаков. Оставьте главное.",
            QuestionKind.Text => given[0].Length <= LongestText ? null : $"Ответ длиннее {LongestText} знаков. Оставьте главное.",
            _ when given.Any(code => question.Options.All(option => option.Code != code)) => "Такого ответа нет. Выберите из списка.",
            not QuestionKind.Many when given.Count > 1 => "Здесь можно выбрать один ответ.",
            QuestionKind.Many when given.Count > 1 && question.Options.FirstOrDefault(option => option.IsAlone && given.Contains(option.Code)) is { } alone => $"«{alone.Text}» не выбирают вместе с другими ответами.",
            _ => null,
        };
    }
}
