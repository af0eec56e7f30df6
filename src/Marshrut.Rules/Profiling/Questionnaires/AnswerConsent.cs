using Marshrut.Rules.Risk;

namespace Marshrut.Rules.Profiling.Questionnaires;

/// <param name="Title">«Зачем».</param>
/// <param name="Points">Sentences.</param>
public sealed record ConsentPart(string Title, IReadOnlyList<string> Points);

/// <summary>
/// What a person agrees to by answering, made from the questions of the very version: what is asked, why, who sees it, for how long (DOMAIN §13). A region's
/// consent that named the contacts alone while the questions asked of orphans is what this is against.
/// </summary>
public static class AnswerConsent
{
    /// <summary>Whom the answers of somebody under 18 need (DOMAIN §13).</summary>
    public const string MinorWords = "Вам ещё нет 18 лет, поэтому согласие даёт родитель или другой законный представитель. Покажите ему этот текст.";

    /// <param name="questionnaire">Its version.</param>
    /// <param name="organization">Full name of the one that asks.</param>
    /// <param name="factTitle">A fact in words.</param>
    public static IReadOnlyList<ConsentPart> Of(Questionnaire questionnaire, string organization, Func<FactCode, string> factTitle)
    {
        var facts = questionnaire.Questions
            .SelectMany(question => question.Options.Select(option => option.Feed?.Fact).OfType<FactCode>().Select(fact => (Fact: fact, question.FactMonths)))
            .GroupBy(one => one.Fact).Select(group => (group.Key, Months: group.Max(one => one.FactMonths))).OrderBy(one => one.Key).ToList();
        var asksHelp = questionnaire.Questions.Any(question => question.Request is not null || question.Options.Any(option => option.Request is not null));
        var consents = questionnaire.Questions.Select(question => question.Consent).OfType<AskedConsent>().ToList();
        List<string> why = [];
        if (facts.Count > 0)
        {
            why.Add("Понять, какая помощь с работой вам пригодится: это определяют по методике Минтруда.");
        }

        if (asksHelp)
        {
            why.Add("Передать ваши просьбы о помощи специалисту.");
        }

        if (why.Count == 0)
        {
            why.Add("Узнать ваше мнение.");
        }

        return
        [
            new("Кто спрашивает", [organization]),
            new("О чём",
            [
                .. questionnaire.Questions.Where(question => question.Kind != QuestionKind.Consent).Select(question => question.Text),
                .. facts.GroupBy(one => one.Months).OrderByDescending(group => group.Key).Select(group =>
                    $"Из ответов запишем в карточку на {Language.Russian.Count(group.Key, "месяц", "месяца", "месяцев")}: {string.Join(", ", group.Select(one => $"«{factTitle(one.Key)}»"))}."),
            ]),
            new("Зачем", why),
            new("Кто увидит",
            [
                "Специалисты этой организации.",
                consents.Contains(AskedConsent.Transfer)
                    ? "Центр занятости — только если вы согласитесь на передачу: об этом спросим отдельно."
                    : "Центру занятости ответы не передаём без вашего отдельного согласия на передачу.",
                "О здоровье не спрашиваем: на такие сведения нужно отдельное письменное согласие.",
            ]),
            new("Сколько храним", ["Ответы действуют год. Отозвать согласие можно в любой день: скажите специалисту."]),
        ];
    }
}
