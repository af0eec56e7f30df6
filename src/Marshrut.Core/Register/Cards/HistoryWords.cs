using Marshrut.Core.Imports.Planning;
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
        [AuditActions.ConsentRecipientNamed] = "Указан получатель согласия",
        [AuditActions.ConsentWithdrawn] = "Согласие отозвано",
        [AuditActions.ConsentUnsigned] = "Запись согласия отменена как ошибочная",
        [AuditActions.FileOpened] = "Открыт документ",
        [AuditActions.Assessed] = "Риск этого человека определён заново по нажатию",
        [AuditActions.SpecialRead] = "Просмотрены сведения, которые не показываются сразу",
        [AuditActions.AssessmentConfirmed] = "Подтверждён уровень",
        [AuditActions.AssessmentOverridden] = "Уровень изменён вручную",
        [AuditActions.AssessmentReopened] = "Решение об уровне снято",
        [AuditActions.PersonTransferred] = "Передан в центр занятости",
        [AuditActions.TransferRevoked] = "Передача в центр занятости отозвана",
        [AuditActions.TransferAsked] = "Центр занятости задал вопрос",
        [AuditActions.TransferAnswered] = "Дан ответ центру занятости",
        [AuditActions.PersonAccepted] = "Принят центром занятости",
        [AuditActions.PersonReturned] = "Возвращён центром занятости",
        [AuditActions.CaseOpened] = "Открыто сопровождение",
        [AuditActions.CaseContacted] = "Попытка связаться",
        [AuditActions.CaseNoted] = "Добавлена заметка сопровождения",
        [AuditActions.CaseAssigned] = "Назначен куратор",
        [AuditActions.RequestAdded] = "Записан запрос",
        [AuditActions.RequestMoved] = "Изменён запрос",
        [AuditActions.ResponseRecorded] = "Записаны ответы на анкету",
        [AuditActions.CaseAssignmentUndone] = "Назначение куратора отменено",
        [AuditActions.CasePaused] = "Сопровождение приостановлено",
        [AuditActions.CaseWoken] = "Сопровождение возобновлено",
        [AuditActions.CaseClosed] = "Сопровождение завершено",
        [AuditActions.CaseReopened] = "Сопровождение открыто снова",
        [AuditActions.ContactsTold] = "Новые контакты или статус сообщены центру занятости",
        [AuditActions.ContactsTaken] = "Колледж или вуз сообщил новые контакты или статус",
        [AuditActions.FactReturned] = "Центр занятости сообщил о сделанном",
        [AuditActions.PlanMade] = "Составлен план",
        [AuditActions.PlanChanged] = "Изменён план",
        [AuditActions.PlanAgreed] = "План согласован с человеком",
        [AuditActions.StepMarked] = "Отмечен шаг плана",
        [AuditActions.VisitSet] = "Назначена или изменена явка",
        [AuditActions.VisitMarked] = "Отмечена явка",
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

        return values is null ? words + "." : $"{words}. {Told(values)}".TrimEnd();
    }

    /// <summary>«Телефон: пусто → +7 900 …. Причина: по заявлению.», empty where there is nothing to tell.</summary>
    public static string Told(AuditValues values)
    {
        var changes = values.Changes.Count == 0 ? "" : string.Join("; ", values.Changes.Select(ChangeWords.Of)) + ".";
        return values.Reason is { Length: > 0 } reason ? $"{changes} Причина: {reason.TrimEnd('.')}.".TrimStart() : changes;
    }

    /// <summary>What an import, or its undoing, did, field by field before and after.</summary>
    /// <param name="row">Of the ledger.</param>
    /// <param name="payload">What the row seals.</param>
    /// <param name="isOpen">May the reader see a field of this sensitivity now? Of others neither value nor kind (R27).</param>
    public static string? Sentence(Evidence row, EvidencePayload payload, Func<Sensitivity, bool> isOpen) => row.Source switch
    {
        EvidenceSource.Import when payload.Created => $"Появился в реестре при загрузке файла, строка {row.RowNumber}.",
        EvidenceSource.Import => $"Изменено при загрузке файла, строка {row.RowNumber}. {string.Join("; ", Changes(payload, isOpen))}.",
        EvidenceSource.Transfer when !payload.Created && payload.Before is not null =>
            $"Колледж или вуз сообщил новое. {string.Join("; ", Changes(payload, isOpen))}.",
        EvidenceSource.Plan => $"Шаг плана в центре занятости. {string.Join("; ", Changes(payload, isOpen))}.",
        EvidenceSource.Transfer => "Сведения получены из центра карьеры колледжа или вуза.",
        EvidenceSource.ImportUndo => "Загрузка файла отменена, прежние значения возвращены.",
        _ => null,
    };

    public static string Title(string key) => Fields.TryGetValue(key, out var field) ? field.Title : key switch
    {
        Editing.ConsentDay.Recipient => "Получатель",
        Editing.ConsentDay.Representative => "Подписал представитель",
        _ => key,
    };

    public static Sensitivity SensitivityOf(string key) => Fields.TryGetValue(key, out var field) ? field.Sensitivity : Sensitivity.Ordinary;

    private static IEnumerable<string> Changes(EvidencePayload payload, Func<Sensitivity, bool> isOpen) => payload.After
        .Select(pair => ChangeWords.Of(ChangeWords.Told(
            new FieldChange(pair.Key, payload.Before?.GetValueOrDefault(pair.Key), pair.Value, SensitivityOf(pair.Key) != Sensitivity.Ordinary),
            isOpen(SensitivityOf(pair.Key)))))
        .Distinct();
}
