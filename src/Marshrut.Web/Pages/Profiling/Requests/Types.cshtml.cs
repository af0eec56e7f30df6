using Marshrut.Core.Accounts;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Requests;

/// <summary>«Виды запросов»: the five mandatory, the usual ones and those that the organisation added.</summary>
public sealed class TypesModel(Workplace workplace, ListRequestTypes types, ChangeRequestTypes change) : RequestPages(workplace)
{
    [BindProperty]
    public string? Title { get; set; }

    public IReadOnlyList<RequestTypeLine> Lines { get; private set; } = [];

    private string Here => Path + "/types";

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    [Requires(Permission.SeeJournal)]
    public Task<IActionResult> OnPostAdd(CancellationToken cancel) => this.Act(
        () => Load(cancel),
        async () =>
        {
            await change.Add(Title, cancel);
            return true;
        },
        "Вид запроса добавлен.",
        Here);

    [Requires(Permission.SeeJournal)]
    public Task<IActionResult> OnPostRetire(long id, CancellationToken cancel) =>
        this.Act(() => Load(cancel), () => change.Offer(id, offered: false, cancel), "Больше не предлагаем. Записанные запросы остались.", Here);

    [Requires(Permission.SeeJournal)]
    public Task<IActionResult> OnPostOffer(long id, CancellationToken cancel) =>
        this.Act(() => Load(cancel), () => change.Offer(id, offered: true, cancel), "Снова предлагаем.", Here);

    private async Task<bool> Load(CancellationToken cancel)
    {
        Lines = await types.List(cancel);
        return true;
    }
}
