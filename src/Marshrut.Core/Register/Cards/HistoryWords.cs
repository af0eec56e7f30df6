using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Cards;

/// <summary>The one table of sentences of a person's history, by what happened.</summary>
internal static class HistoryWords
{
    private static readonly Dictionary<string, string> Actions = new()
    {
        [AuditActions.PersonAdded] = "Добавлен вручную",
        [AuditActions.PersonChanged] = "Изменены сведения",
        [AuditActions.EnrolmentAdded] = "Добавлено обучение",
        [AuditActions.EnrolmentChanged] = "Изменено обучение",
        [AuditActions.FactEntered] = "Внесено сведение",
        [AuditActions.FactWithdrawn] = "Отозвано ошибочное сведение",
        [AuditActions.ConsentSigned] = "Записано согласие",
        [AuditActions.ConsentWithdrawn] = "Согласие отозвано",
        [AuditActions.Assessed] = "Риск этого человека определён заново по нажатию",
        [AuditActions.SpecialRead] = "Просмотрены сведения, которые не показываются сразу",
        [AuditActions.AssessmentConfirmed] = "Подтверждён уровень",
        [AuditActions.AssessmentOverridden] = "Уровень изменён вручную",
        [AuditActions.AssessmentReopened] = "Решение об уровне снято",
        [AuditActions.DuplicateDecided] = "Принято решение о возможном двойнике",
    };

    private static readonly Dictionary<string, (string Title, Sensitivity Sensitivity)> Fields =
        RegisterFields.All.ToDictionary(field => field.Key, field => (field.Header, field.Sensitivity));

    /// <summary>Null for an action that is no news of a person.</summary>
    public static string? Sentence(string action, AuditValues? values)
    {
        if (!Actions.TryGetValue(action, out var words))
        {
            return null;
        }

        var changes = values?.Changes
            .Select(change => change is { Before: null, After: null } ? change.Field : $"{change.Field}: {change.Before ?? "пусто"} → {change.After ?? "пусто"}")
            .ToList() ?? [];
        var sentence = changes.Count == 0 ? words + "." : $"{words}. {string.Join("; ", changes)}.";
        return values?.Reason is { Length: > 0 } reason ? $"{sentence} Причина: {reason.TrimEnd('.')}." : sentence;
    }

    /// <summary>What an import, or its undoing, did: fields by name, never the kind of a special or restricted one (R27).</summary>
    public static string? Sentence(Evidence row, EvidencePayload payload) => row.Source switch
    {
        EvidenceSource.Import when payload.Created => $"Появился в реестре при загрузке файла, строка {row.RowNumber}.",
        EvidenceSource.Import => Named(payload) is { Length: > 0 } named
            ? $"При загрузке файла изменены: {named}."
            : "При загрузке файла изменены сведения.",
        EvidenceSource.ImportUndo => "Загрузка файла отменена, прежние значения возвращены.",
        _ => null,
    };

    public static string Title(string key) => Fields.TryGetValue(key, out var field) ? field.Title : key == Editing.ConsentDay.Recipient ? "Получатель" : key;

    public static Sensitivity SensitivityOf(string key) => Fields.TryGetValue(key, out var field) ? field.Sensitivity : Sensitivity.Ordinary;

    private static string Named(EvidencePayload payload) =>
        string.Join(", ", payload.After.Keys.Where(key => SensitivityOf(key) == Sensitivity.Ordinary && key != "consentHealth").Select(Title));
}
