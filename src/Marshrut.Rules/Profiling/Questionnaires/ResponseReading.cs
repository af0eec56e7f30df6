using System.Globalization;

namespace Marshrut.Rules.Profiling.Questionnaires;

/// <summary>What was answered: question → codes of options, or the words or the number.</summary>
public sealed record Answers(IReadOnlyDictionary<string, IReadOnlyList<string>> Given)
{
    public static Answers None { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    public IReadOnlyList<string> Of(string question) => Given.GetValueOrDefault(question) ?? [];
}

/// <summary>What follows from answers.</summary>
/// <param name="Facts">Each fact once.</param>
/// <param name="Requests">Codes of types.</param>
/// <param name="Points">Null: the questionnaire does not add points.</param>
public sealed record Conclusions(IReadOnlyList<FactFeed> Facts, IReadOnlyList<string> Requests, int? Points);

/// <summary>Reads a response against its questionnaire: what is asked, what is missing, what follows.</summary>
public static class ResponseReading
{
    public const int LongestText = 1000;
    private const int LargestNumber = 1_000_000;

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
    public static IReadOnlyDictionary<string, string> Problems(Questionnaire questionnaire, Answers answers)
    {
        var found = new Dictionary<string, string>();
        foreach (var question in Asked(questionnaire, answers))
        {
            if (Problem(question, answers.Of(question.Code)) is { } problem)
            {
                found[question.Code] = problem;
            }
        }

        return found;
    }

    /// <summary>The answers to the questions that are asked; what was chosen before and is not asked any more is left out.</summary>
    public static Answers Kept(Questionnaire questionnaire, Answers answers) => new(Asked(questionnaire, answers)
        .Where(question => answers.Of(question.Code).Count > 0)
        .ToDictionary(question => question.Code, question => answers.Of(question.Code)));

    /// <param name="questionnaire">Its version.</param>
    /// <param name="answers">Without problems.</param>
    public static Conclusions Conclude(Questionnaire questionnaire, Answers answers)
    {
        var chosen = Asked(questionnaire, answers).SelectMany(question => question.Options.Where(option => answers.Of(question.Code).Contains(option.Code))).ToList();
        return new Conclusions(
            [.. chosen.Select(option => option.Feed).OfType<FactFeed>().DistinctBy(feed => feed.Fact)],
            [.. chosen.Select(option => option.Request).OfType<string>().Distinct()],
            questionnaire.RiskFrom is null ? null : chosen.Sum(option => option.Points));
    }

    private static string? Problem(Question question, IReadOnlyList<string> given)
    {
        if (given.Count == 0)
        {
            return !question.IsRequired ? null : question.Kind switch
            {
                QuestionKind.One => "Выберите ответ.",
                QuestionKind.Many => "Отметьте хотя бы один ответ.",
                QuestionKind.Number => "Напишите число.",
                _ => "Напишите ответ.",
            };
        }

        return question.Kind switch
        {
            QuestionKind.Number => int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LargestNumber ? null : $"Не поняли «{given[0]}». Нужно целое число.",
            QuestionKind.Text => given[0].Length <= LongestText ? null : $"Ответ длиннее {LongestText} знаков. Оставьте главное.",
            _ when given.Any(code => question.Options.All(option => option.Code != code)) => "Такого ответа нет. Выберите из списка.",
            QuestionKind.One when given.Count > 1 => "Здесь можно выбрать один ответ.",
            QuestionKind.Many when given.Count > 1 && question.Options.FirstOrDefault(option => option.IsAlone && given.Contains(option.Code)) is { } alone => $"«{alone.Text}» не выбирают вместе с другими ответами.",
            _ => null,
        };
    }
}
