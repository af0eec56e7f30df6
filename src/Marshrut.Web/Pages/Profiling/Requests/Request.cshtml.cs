using Marshrut.Core.Accounts;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Profiling;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Profiling.Requests;

/// <summary>One request: who answers for it, and what came of it.</summary>
public sealed class RequestModel(Workplace workplace, ShowRequest show, ListResponsible staff, MoveRequest move) : RequestPages(workplace)
{
    [BindProperty]
    public long? Responsible { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public new ShownRequest Request { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Staff { get; private set; } = [];

    public string FullName => $"{Request.Line.LastName} {Request.Line.FirstName} {Request.Line.MiddleName}".TrimEnd();

    public bool IsGoing => Request.Line.State is RequestState.Open or RequestState.InWork;

    /// <summary>The specialist who reads the page can take it up with one press.</summary>
    public bool MayTakeUp => MayEdit && IsGoing && Request.Line.ResponsibleId != Workplace.User!.Id;

    public long Me => Workplace.User!.Id;

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    [Requires(Permission.EditPeople)]
    public Task<IActionResult> OnPostAssign(long id, CancellationToken cancel) => Move(id, RequestStep.Assign, "Ответственный назначен.", cancel);

    [Requires(Permission.EditPeople)]
    public Task<IActionResult> OnPostMeet(long id, CancellationToken cancel) => Move(id, RequestStep.Meet, "Запрос выполнен.", cancel);

    [Requires(Permission.EditPeople)]
    public Task<IActionResult> OnPostWithdraw(long id, CancellationToken cancel) => Move(id, RequestStep.Withdraw, "Запрос отозван.", cancel);

    [Requires(Permission.EditPeople)]
    public Task<IActionResult> OnPostReopen(long id, CancellationToken cancel) => Move(id, RequestStep.Reopen, "Запрос снова открыт.", cancel);

    private Task<IActionResult> Move(long id, RequestStep step, string done, CancellationToken cancel) =>
        this.Act(() => Load(id, cancel), () => move.Move(new RequestMove(id, step, Seen, Responsible, Result), cancel), done, PathOf(id));

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } shown)
        {
            return false;
        }

        Request = shown;
        Staff = Items((await staff.List(cancel)).Where(one => one.UserId != shown.Line.ResponsibleId), Responsible);
        return true;
    }
}
