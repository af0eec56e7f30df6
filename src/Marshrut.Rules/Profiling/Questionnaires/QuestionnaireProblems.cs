using Marshrut.Rules.Risk;

namespace Marshrut.Rules.Profiling.Questionnaires;

/// <summary>What keeps a questionnaire from being published.</summary>
public static class QuestionnaireProblems
{
    public static IReadOnlyList<string> Of(Questionnaire questionnaire)
    {
        var found = new List<string>();
        var earlier = new Dictionary<string, Question>();
        foreach (var question in questionnaire.Questions)
        {
            var name = $"«{question.Text}»";
            if (!earlier.TryAdd(question.Code, question))
            {
                found.Add($"{name}: такой вопрос уже есть.");
            }

            if (question.Kind is QuestionKind.One or QuestionKind.Many && question.Options.Count < 2)
            {
                found.Add($"{name}: нужны хотя бы два ответа.");
            }

            if (question.Options.GroupBy(option => option.Code).Any(same => same.Count() > 1))
            {
                found.Add($"{name}: один ответ записан дважды.");
            }

            found.AddRange(question.Options.Where(option => option.Feed is { } feed && !feed.Fact.Allows(feed.Value)).Select(option => $"{name}: ответ «{option.Text}» не подходит к сведению."));
            if (question.When is { } when && (when.Question == question.Code || !earlier.TryGetValue(when.Question, out var asked) || when.Options.Any(code => asked.Options.All(option => option.Code != code))))
            {
                found.Add($"{name}: условие ссылается на вопрос или ответ, которого выше нет.");
            }
        }

        // Found out by everybody who answers, not by those alone whom a branch leads there (DOMAIN §6).
        var open = questionnaire.Questions.Where(question => question.When is null).SelectMany(question => question.Options).Select(option => option.Request).ToHashSet();
        found.AddRange(RequestTypes.Mandatory.Where(type => !open.Contains(type.Code)).Select(type => $"Анкета не узнаёт об обязательном запросе «{type.Title}»."));
        return found;
    }
}
