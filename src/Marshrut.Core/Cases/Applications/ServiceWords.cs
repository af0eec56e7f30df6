using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Cases.Applications;

/// <summary>Services of ЕЦП and states of applications as people read them.</summary>
public static class ServiceWords
{
    public static string Kind(ServiceKind kind) => kind switch
    {
        ServiceKind.JobSearch => "поиск работы",
        ServiceKind.CareerGuidance => "профориентация",
        ServiceKind.Training => "обучение (ПО, ДПО)",
        ServiceKind.Psychology => "психологическая поддержка",
        ServiceKind.Adaptation => "социальная адаптация",
        ServiceKind.OwnBusiness => "начало своего дела",
        ServiceKind.TemporaryWork => "временная работа",
        ServiceKind.Cv => "резюме",
        ServiceKind.Test => "тестирование",
        ServiceKind.Survey => "анкета",
        _ => "другая услуга",
    };

    public static string State(ServiceState state) => state switch
    {
        ServiceState.Filed => "подано",
        ServiceState.InWork => "в работе",
        ServiceState.Done => "услуга оказана",
        ServiceState.Refused => "отказано",
        _ => "отозвано",
    };

    /// <summary>What a CV proves, as the evidence of a characteristic says it.</summary>
    public const string Cv = "Резюме на портале «Работа России»";

    /// <summary>A record in a few words: «заявление „поиск работы“ от 01.12.2026, подано».</summary>
    internal static string Told(ServiceRecord record) => record.Kind.IsTrace
        ? $"{Kind(record.Kind)}, {Russian.Date(record.FiledOn)}"
        : $"заявление «{Kind(record.Kind)}» от {Russian.Date(record.FiledOn)}{(record.State is { } state ? ", " + State(state) : "")}";

    /// <summary>The kind that a file names in its own words; null: it is empty or says nothing known.</summary>
    public static ServiceKind? FindKind(string text)
    {
        var words = text.ToLowerInvariant();
        bool Says(params ReadOnlySpan<string> parts)
        {
            foreach (var part in parts)
            {
                if (words.Contains(part, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        return words.Length == 0 ? null
            : Says("врем") ? ServiceKind.TemporaryWork
            : Says("самозан", "предприним", "свое дело", "своё дело", "своего дела") ? ServiceKind.OwnBusiness
            : Says("психолог") ? ServiceKind.Psychology
            : Says("адаптац") ? ServiceKind.Adaptation
            : Says("ориентац") ? ServiceKind.CareerGuidance
            : Says("обучен", "дпо", "переподготов", "повышени") ? ServiceKind.Training
            : Says("поиск", "подходящей работы", "трудоустр", "безработн") ? ServiceKind.JobSearch
            : words.Any(char.IsLetter) ? ServiceKind.Other
            : null;
    }

    /// <inheritdoc cref="FindKind"/>
    public static ServiceState? FindState(string text)
    {
        var words = text.ToLowerInvariant();
        return words.StartsWith("не оказ", StringComparison.Ordinal) || words.StartsWith("не предост", StringComparison.Ordinal)
            || words.Contains("отказ", StringComparison.Ordinal) || words.Contains("отклон", StringComparison.Ordinal) ? ServiceState.Refused
            : words.Contains("отозва", StringComparison.Ordinal) || words.Contains("аннулир", StringComparison.Ordinal) ? ServiceState.Withdrawn
            : words.Contains("оказан", StringComparison.Ordinal) || words.Contains("исполн", StringComparison.Ordinal) || words.Contains("заверш", StringComparison.Ordinal)
                || words.Contains("предоставлен", StringComparison.Ordinal) || words.Contains("закрыт", StringComparison.Ordinal) ? ServiceState.Done
            : words.Contains("работ", StringComparison.Ordinal) || words.Contains("рассм", StringComparison.Ordinal) || words.Contains("приня", StringComparison.Ordinal)
                || words.Contains("обраб", StringComparison.Ordinal) ? ServiceState.InWork
            : words.Contains("пода", StringComparison.Ordinal) || words.Contains("отправ", StringComparison.Ordinal) || words.Contains("нов", StringComparison.Ordinal)
                || words.Contains("зарегистр", StringComparison.Ordinal) ? ServiceState.Filed
            : null;
    }
}
