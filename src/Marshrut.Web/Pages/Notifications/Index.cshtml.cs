using System.Globalization;
using Marshrut.Core.Notifications;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Notifications;

/// <summary>What is new for whoever is signed in.</summary>
public sealed class IndexModel(Workplace workplace, Moments moments, ListNotices list, CountNotices count, ReadNotices read) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public NoticePage Found { get; private set; } = null!;

    public int Unread { get; private set; }

    public Moments Moments => moments;

    public string Context => Unread == 0 ? "Всё прочитано" : $"{Russian.Plural(Unread, "Непрочитанное", "Непрочитанных", "Непрочитанных")}: {Russian.Number(Unread)}";

    public string? Next => Found.Before is { } before ? $"{Conventions.Path}?before={before.ToString(CultureInfo.InvariantCulture)}" : null;

    public static string Open(NoticeLine line) => string.Create(CultureInfo.InvariantCulture, $"{Conventions.Path}/{line.Id}");

    public static string IconOf(NoticeKind kind) => kind switch
    {
        NoticeKind.TransferReceived => "inbox",
        NoticeKind.PeopleAccepted => "user-check",
        NoticeKind.PeopleReturned or NoticeKind.PeopleRevoked => "arrow-back-up",
        NoticeKind.QuestionAsked or NoticeKind.QuestionAnswered => "message",
        NoticeKind.CuratorAssigned => "user-heart",
        NoticeKind.RequestAssigned => "lifebuoy",
        NoticeKind.AnswerSoon => "clock",
        NoticeKind.AnswerLate => "clock-exclamation",
        NoticeKind.CasesEnded => "circle-check",
        NoticeKind.CaseStopped => "hand-stop",
        NoticeKind.VisitsToday => "calendar-event",
        _ => "trending-up",
    };

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostRead(CancellationToken cancel)
    {
        await read.Read(workplace.User!.Id, null, cancel);
        this.TellDone("Все уведомления отмечены прочитанными.");
        return Redirect(Conventions.Path);
    }

    private async Task Load(CancellationToken cancel)
    {
        Found = await list.List(workplace.User!.Id, Before, cancel);
        Unread = await count.Count(workplace.User.Id, cancel);
    }
}
