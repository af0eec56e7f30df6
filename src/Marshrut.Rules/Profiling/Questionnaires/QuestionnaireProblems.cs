using Marshrut.Rules.Risk;

namespace Marshrut.Rules.Profiling.Questionnaires;

/// <param name="Question">Code of the question that it is about; null: of the questionnaire as a whole.</param>
public sealed record QuestionnaireProblem(string? Question, string Words);

/// <summary>What keeps a questionnaire from being published.</summary>
public static class QuestionnaireProblems
{
    public const int MostQuestions = 60;
    public const int MostOptions = 30;
    public const int MostSections = 20;
    public const int LongestTitle = 120;
    public const int LongestQuestion = 300;
    public const int LongestOption = 200;
    public const int LongestHelp = 300;
    public const int MostPoints = 100;

    /// <summary>
    /// Facts that a question may feed. Health needs a consent on paper, offences are nothing that a college may ask (R1), and of relatives a questionnaire does
    /// not ask (R40).
    /// </summary>
    public static IReadOnlyList<FactCode> Facts { get; } =
        [.. Characteristics.Federal.Where(one => one.IsTagInLists && one.Kind != CharacteristicKind.Statistics).Select(one => (FactCode)one.Number)];

    public static IReadOnlyList<QuestionnaireProblem> Of(Questionnaire questionnaire)
    {
        var found = new List<QuestionnaireProblem>();
        void Whole(bool wrong, string words)
        {
            if (wrong)
            {
                found.Add(new QuestionnaireProblem(null, words));
            }
        }

        Whole(string.IsNullOrWhiteSpace(questionnaire.Title), "Назовите анкету.");
        Whole(questionnaire.Title.Length > LongestTitle, $"Название длиннее {LongestTitle} знаков.");
        Whole(questionnaire.Stages.Count == 0, "Отметьте, для кого анкета.");
        Whole(questionnaire.Stages.Count > 0 && questionnaire.Stages.Select(RouteStages.IsOfSchool).Distinct().Count() > 1, "Ученикам школы и студентам нужны разные анкеты.");
        Whole(questionnaire.Questions.Count() > MostQuestions, $"Вопросов больше {MostQuestions}: до конца не дойдут.");
        Whole(questionnaire.RiskFrom is < 1 or > 1000, "Порог баллов — от 1 до 1000.");

        var earlier = new Dictionary<string, Question>();
        foreach (var question in questionnaire.Questions)
        {
            var name = $"«{question.Text}»";
            found.AddRange(OfQuestion(question).Select(words => new QuestionnaireProblem(question.Code, $"{name}: {words}")));
            if (!earlier.TryAdd(question.Code, question))
            {
                found.Add(new QuestionnaireProblem(question.Code, $"{name}: такой вопрос уже есть."));
            }

            if (question.When is { } when && (when.Question == question.Code || !earlier.TryGetValue(when.Question, out var asked) || when.Options.Count == 0
                || when.Options.Any(code => asked.Options.All(option => option.Code != code))))
            {
                found.Add(new QuestionnaireProblem(question.Code, $"{name}: условие ссылается на вопрос или ответ, которого выше нет."));
            }
        }

        Whole(questionnaire.Questions.Where(question => question.Kind == QuestionKind.Consent).GroupBy(question => question.Consent).Any(same => same.Count() > 1), "Одно согласие спрашивают один раз.");

        // Found out by everybody who answers, not by those alone whom a branch leads there (DOMAIN §6).
        var open = questionnaire.Questions.Where(question => question.When is null).SelectMany(question => question.Options.Select(option => option.Request).Append(question.Request)).ToHashSet();
        found.AddRange(RequestTypes.Mandatory.Where(type => !open.Contains(type.Code)).Select(type => new QuestionnaireProblem(null, $"Анкета не узнаёт об обязательном запросе «{type.Title}».")));
        return found;
    }

    /// <summary>What is wrong with one question by itself; sentences without its name.</summary>
    public static IEnumerable<string> OfQuestion(Question question)
    {
        if (string.IsNullOrWhiteSpace(question.Text))
        {
            yield return "напишите вопрос.";
        }

        if (question.Text.Length > LongestQuestion || question.Help?.Length > LongestHelp)
        {
            yield return $"вопрос и пояснение — не длиннее {LongestQuestion} знаков.";
        }

        if (question.Kind.HasOptions && question.Options.Count < 2)
        {
            yield return "нужны хотя бы два ответа.";
        }

        if (question.Options.Count > MostOptions)
        {
            yield return $"ответов больше {MostOptions}: разделите вопрос.";
        }

        if (question.Kind == QuestionKind.Scale && question.Options.Count is < QuestionKinds.FewestMarks or > QuestionKinds.MostMarks)
        {
            yield return $"на шкале от {QuestionKinds.FewestMarks} до {QuestionKinds.MostMarks} оценок.";
        }

        if (question.Options.Any(option => string.IsNullOrWhiteSpace(option.Text) || option.Text.Length > LongestOption))
        {
            yield return $"у ответа нет слов, или их больше {LongestOption} знаков.";
        }

        if (question.Options.GroupBy(option => option.Code).Any(same => same.Count() > 1) || question.Options.GroupBy(option => option.Text.Trim(), StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1))
        {
            yield return "один ответ записан дважды.";
        }

        if (question.Options.Any(option => option.Points is < 0 or > MostPoints))
        {
            yield return $"баллы ответа — от 0 до {MostPoints}.";
        }

        if (question.FactMonths is < 1 or > FactEntry.ValidityMonths)
        {
            yield return $"сведение живёт от 1 до {FactEntry.ValidityMonths} месяцев.";
        }

        if (question.Kind == QuestionKind.Consent != question.Consent is not null || question.Consent is { } consent && !Enum.IsDefined(consent))
        {
            yield return "выберите, на что согласие. О здоровье согласие подписывают на бумаге.";
        }

        foreach (var option in question.Options.Where(option => option.Feed is { } feed && (!Facts.Contains(feed.Fact) || !feed.Fact.Allows(feed.Value) || feed.Value == FactValue.Unknown)))
        {
            yield return $"ответ «{option.Text}» не подходит к сведению. О здоровье, правонарушениях и родственниках анкета не спрашивает.";
        }
    }
}
