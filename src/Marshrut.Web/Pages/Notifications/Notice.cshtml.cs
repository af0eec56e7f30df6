using Marshrut.Core.Notifications;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Notifications;

/// <summary>Leads to what a notice speaks of and marks it as read: to open it twice is the same as once.</summary>
public sealed class NoticeModel(Workplace workplace, ReadNotices read) : PageModel
{
    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await read.Read(workplace.User!.Id, id, cancel) is { } href ? LocalRedirect(href) : NotFound();
}
