using System.Text.Json;
using Marshrut.Core.Platform.Audit;
using Marshrut.Rules.Language;
using static Marshrut.Core.Accounts.Journal.JournalWords;

namespace Marshrut.Core.Accounts.Journal;

/// <summary>What was done in an organisation: its register, its levels of risk, its agreements. Counts and codes alone: whoever sees no people may read it.</summary>
internal static class RegisterWords
{
    public static string Of(string action, JsonElement told) => action switch
    {
        AuditActions.PersonAdded => "Добавлен человек",
        AuditActions.PersonChanged => "Изменены сведения о человеке",
        AuditActions.EnrolmentAdded => "Добавлено обучение",
        AuditActions.EnrolmentChanged => "Изменено обучение",
        AuditActions.FactEntered => "Внесено сведение",
        AuditActions.FactWithdrawn => "Отозвано ошибочное сведение",
        AuditActions.ConsentSigned => "Записано согласие",
        AuditActions.ConsentRecipientNamed => "Указан получатель согласия",
        AuditActions.ConsentWithdrawn => "Отозвано согласие",
        AuditActions.ConsentUnsigned => "Отменена ошибочная запись согласия",
        AuditActions.ConsentTextAdopted => $"Принят текст согласия {ConsentPurposeOf(told)}, версия {Count(told, "number")}",
        AuditActions.FileOpened => "Открыт документ из карточки",
        AuditActions.DuplicateDecided => Text(told, "decision") == "same-person" ? "Возможный двойник: решено, что это один человек" : "Возможный двойник: решено, что это разные люди",
        AuditActions.RequestAdded => "Записан запрос человека",
        AuditActions.FactContested => "Человек сообщил об ошибке в сведениях",
        AuditActions.CvWritten => "Составлено резюме",
        AuditActions.ContestAnswered => "Ответ на сообщение об ошибке",
        AuditActions.RequestMoved => $"Запрос человека: {RequestState(told)}",
        AuditActions.RequestTypesChanged => $"Виды запросов: {(Text(told, "what") switch { "added" => "добавлен", "offered" => "снова предлагается", _ => "больше не предлагается" })} «{Text(told, "title")}»",
        AuditActions.ResponseRecorded => $"Записаны ответы на анкету «{Text(told, "title")}»",
        AuditActions.CampaignsChanged => $"Опрос «{Text(told, "title")}»: {(Text(told, "what") switch { "started" => "начат", "changed" => "изменён срок", "stopped" => "остановлен", "resumed" => "продолжен", "added" => "добавлены люди", "codes" => "напечатаны коды", _ => "выгружен список" })}",
        AuditActions.QuestionnairesChanged => $"Анкета {(Text(told, "what") switch { "started" => "начата", "changed" => "исправлена", "published" => "опубликована", "offered" => "снова предлагается", _ => "больше не предлагается" })}: «{Text(told, "title")}»",
        AuditActions.GroupsChanged => $"Клиентская группа {(Text(told, "what") switch { "added" => "создана", "changed" => "изменена", _ => "удалена" })}: «{Text(told, "title")}»",
        AuditActions.SpecialRead => $"Просмотрены сведения, которые не показываются сразу{People(told)}",
        AuditActions.SpecialReadByRun => $"Программа прочитала сведения, которые не показываются сразу{People(told)}",
        AuditActions.ImportApplied =>
            $"Записан файл реестра: строк {Count(told, "read")}, новых {Count(told, "created")}, изменённых {Count(told, "updated")}, без изменений {Count(told, "unchanged")}, не принято {Count(told, "rejected")}",
        AuditActions.ImportUndone => $"Отменена загрузка файла: убрано {Count(told, "removed")}, возвращено прежнее у {Count(told, "restored")}",
        AuditActions.Assessed =>
            $"Определён риск{People(told, "assessed")}, высокий уровень у {Count(told, "high")}, методика {Text(told, "methodology")}",
        AuditActions.AssessmentConfirmed => $"Подтверждён уровень риска{Together(told)}",
        AuditActions.AssessmentOverridden => $"Изменён уровень риска{Together(told)}",
        AuditActions.AssessmentReopened => "Снято решение об уровне риска",
        AuditActions.AgreementAdded => "Внесено соглашение",
        AuditActions.AgreementChanged => $"Изменено соглашение: {Changes(told)}",
        AuditActions.AgreementEnded => $"Прекращено соглашение с {Day(told, "endedOn")}. Причина: {Text(told, "reason").TrimEnd('.')}",
        AuditActions.Exported => Exported(told),
        AuditActions.FreePlacesStated => $"Указаны свободные места: {Count(told, "places")}",
        AuditActions.PersonTransferred => $"Человек передан в центр занятости, передача № {Count(told, "number")}",
        AuditActions.TransferReceived => $"Получена передача № {Count(told, "number")}{People(told)}",
        AuditActions.TransferRevoked => "Передача отозвана",
        AuditActions.TransferAsked => "Центр занятости задал вопрос о человеке",
        AuditActions.TransferAnswered => "Дан ответ на вопрос о человеке",
        AuditActions.PersonAccepted => "Центр занятости принял человека",
        AuditActions.PersonReturned => "Центр занятости вернул людей",
        AuditActions.CaseOpened => "Открыто сопровождение",
        AuditActions.CaseContacted => "Записана попытка связаться с человеком",
        AuditActions.CaseNoted => "Добавлена заметка о человеке",
        AuditActions.CaseAssigned => $"Назначен куратор{Together(told)}",
        AuditActions.CaseAssignmentUndone => $"Назначение куратора отменено{Together(told)}",
        AuditActions.CasePaused => "Сопровождение приостановлено",
        AuditActions.CaseWoken => "Сопровождение возобновлено",
        AuditActions.CaseClosed => "Сопровождение завершено",
        AuditActions.CaseReopened => "Сопровождение открыто снова",
        AuditActions.CaseNeedsWritten => "Записано, с чем помочь человеку и что мешает",
        AuditActions.CaseFileAttached => "Приложен файл к сопровождению",
        AuditActions.CaseFileRemoved => "Убран файл из сопровождения",
        AuditActions.ApplicationRecorded => "Записано заявление или услуга на портале «Работа России»",
        AuditActions.ApplicationRemoved => "Убрана запись о заявлении или услуге на портале «Работа России»",
        AuditActions.ApplicationsImported => $"Загружена выгрузка портала «Работа России»: {Russian.Count(Number(told, "read"), "строка", "строки", "строк")}",
        AuditActions.LeaveSet => "Записан отпуск куратора и кто его замещает",
        AuditActions.LeaveEnded => "Завершён отпуск куратора",
        AuditActions.LostAfterSet => $"Изменено число попыток до «связь потеряна»: было {Count(told, "before")}, стало {Count(told, "after")}",
        AuditActions.AcceptanceUndone => "Приём отменён: человек снова ждёт ответа центра занятости",
        AuditActions.OutsideAnswered => "Записан ответ центра занятости из файла",
        AuditActions.ExchangeNoteWritten => "Написано другой стороне о переданном человеке",
        AuditActions.ContactsTold => "Новые контакты или статус сообщены центру занятости",
        AuditActions.ContactsTaken => "Колледж или вуз сообщил новые контакты или статус",
        AuditActions.FactReturned => "Центр занятости сообщил о сделанном с человеком",
        AuditActions.PlanMade => "Составлен план",
        AuditActions.PlanChanged => "Изменён план",
        AuditActions.PlanAgreed => "План согласован с человеком",
        AuditActions.StepMarked => "Отмечен шаг плана",
        AuditActions.VisitSet => "Назначена или изменена явка",
        AuditActions.VisitMarked => "Отмечена явка",
        AuditActions.HandoverStopped => "Согласия на передачу в реестре больше нет: передача и сопровождение остановлены",
        AuditActions.PersonForgotten => "Человек отозвал согласие на передачу: сопровождение остановлено, сведения удалены",
        _ => $"Действие {action}",
    };

    private static string ConsentPurposeOf(JsonElement told) => Text(told, "purpose") switch
    {
        "Transfer" => "на передачу в центр занятости",
        "Health" => "на сведения о здоровье",
        _ => "на определение риска",
    };

    private static string Exported(JsonElement told)
    {
        var what = Text(told, "what") is { Length: > 0 } said ? said : told.TryGetProperty("region", out _) ? "region" : told.TryGetProperty("filtered", out _) ? "people" : "levels";
        var words = what switch
        {
            "import-errors" => "Выгружен файл с ошибками загрузки",
            "journal" => "Выгружен журнал",
            "people-print" => "Открыт для печати список людей",
            "campaign-codes" => "Открыты для печати коды опроса",
            "campaign-silent" => "Выгружен список не ответивших на опрос",
            "consent-blanks" => "Открыты для печати бланки согласий",
            "consents" => "Выгружен список согласий",
            "cases" => "Выгружен список сопровождения",
            "requests" => "Выгружен список запросов",
            "region" => $"Выгружена сводка региона {Text(told, "region")}",
            "people" => told.GetProperty("filtered").ValueKind == JsonValueKind.True ? "Выгружен отобранный список людей" : "Выгружен список людей",
            _ => "Выгружены уровни риска",
        };
        var rows = Number(told, "rows") is > 0 and var count ? $": {Russian.Count(count, "строка", "строки", "строк")}"
            : Number(told, "chosen") is > 0 and var chosen ? $": {Russian.Count(chosen, "отмеченный", "отмеченных", "отмеченных")}" : "";
        return Text(told, "format") is { Length: > 0 } format ? $"{words}, {format}{rows}" : words + rows;
    }

    private static string RequestState(JsonElement told) => Number(told, "state") switch
    {
        1 => "открыт снова",
        2 => "назначен ответственный",
        3 => "выполнен",
        _ => "отозван",
    };

    private static string People(JsonElement told, string name = "people") =>
        Number(told, name) is > 0 and var count ? $": {Russian.Count(count, "человек", "человека", "человек")}" : "";

    private static string Together(JsonElement told) =>
        Number(told, "together") is > 1 and var count ? $", вместе ещё с {Russian.Number(count - 1)}" : "";

    private static string Changes(JsonElement told) => told.TryGetProperty("changes", out var changes) && changes.ValueKind == JsonValueKind.Array
        ? string.Join("; ", changes.EnumerateArray().Select(change => Text(change, "before").Length + Text(change, "after").Length == 0
            ? Text(change, "field")
            : $"{Text(change, "field")}: {Text(change, "before")} → {Text(change, "after")}"))
        : "";

    private static string Day(JsonElement told, string name) =>
        DateOnly.TryParse(Text(told, name), System.Globalization.CultureInfo.InvariantCulture, out var day) ? Russian.Date(day) : Text(told, name);

    private static string Count(JsonElement told, string name) => Russian.Number(Number(told, name));
}
