using System.Globalization;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Notifications;

/// <summary>Notices as people read them. Nobody is named.</summary>
public static class NoticeWords
{
    /// <param name="other">Name of the other organisation; empty: it is gone.</param>
    /// <param name="inCentre">The reader works in an employment centre.</param>
    public static string Of(NoticeKind kind, int count, DateOnly? dueOn, string other, bool inCentre)
    {
        var people = Russian.Count(count, "человек", "человека", "человек");
        var due = dueOn is { } day ? Russian.Date(day) : "";
        return kind switch
        {
            NoticeKind.TransferReceived => $"Новая передача: {people}. {other}. Ответить до {due}",
            NoticeKind.PeopleRevoked => $"Отозваны из передачи: {people}. {other}",
            NoticeKind.PeopleAccepted => $"Приняты на сопровождение: {people}. {other}",
            NoticeKind.PeopleReturned => $"Возвращены с причиной: {people}. {other}",
            NoticeKind.QuestionAsked => $"Вопрос о переданном человеке. {other}. Пока он ждёт ответа, срок идёт",
            NoticeKind.QuestionAnswered => $"Ответ на ваш вопрос о переданном человеке. {other}",
            NoticeKind.CuratorAssigned => $"Вы куратор: {people}",
            NoticeKind.RequestAssigned => $"Вы отвечаете за запросы: {Russian.Number(count)}",
            NoticeKind.FactContested => $"Сообщили об ошибке в сведениях: {people}. Ответить до {due}",
            NoticeKind.AnswerSoon => $"Срок ответа на передачу истекает {due}: {people}",
            NoticeKind.AnswerLate => inCentre ? $"Срок ответа на передачу прошёл: {people}" : $"Центр занятости не ответил в срок: {people}",
            NoticeKind.CasesEnded => $"Сопровождение завершено: {people}. {other}",
            NoticeKind.CaseStopped => "Человек отозвал согласие на передачу: сопровождение остановлено, его сведения удалены",
            NoticeKind.NoteFromCentre => $"Сообщение о человеке, которого приняли. {other}",
            NoticeKind.NoteFromSender => $"Сообщение о человеке, которого вы приняли. {other}",
            NoticeKind.VisitsToday => $"Сегодня к вам придут: {people}",
            _ => $"Центр занятости сообщил о сделанном: {people}. Уровень определён заново, проверьте предложения",
        };
    }

    /// <summary>The page that it speaks of.</summary>
    /// <param name="code">Of the organisation where the reader works.</param>
    public static string Href(NoticeKind kind, long subject, string code, OrganizationKind organization)
    {
        var place = $"/o/{Uri.EscapeDataString(code)}";
        var id = subject.ToString(CultureInfo.InvariantCulture);
        return kind switch
        {
            NoticeKind.TransferReceived or NoticeKind.PeopleRevoked or NoticeKind.AnswerSoon => place + "/queue",
            NoticeKind.AnswerLate => place + (organization == OrganizationKind.EmploymentCentre ? "/queue" : "/transfers"),
            NoticeKind.PeopleAccepted or NoticeKind.PeopleReturned => $"{place}/transfers/{id}",
            NoticeKind.QuestionAsked or NoticeKind.NoteFromCentre => $"{place}/transfers/people/{id}",
            NoticeKind.NoteFromSender => $"{place}/cases/{id}",
            NoticeKind.QuestionAnswered => $"{place}/queue/{id}",
            NoticeKind.CuratorAssigned => place + "/cases",
            NoticeKind.RequestAssigned => place + "/requests?state=inwork",
            NoticeKind.FactContested => place + "/contests",
            NoticeKind.CaseStopped => place + "/cases?tab=closed",
            NoticeKind.VisitsToday => place + "/visits",
            NoticeKind.FactsReturned => place + "/risk",
            _ => place + "/transfers",
        };
    }
}
