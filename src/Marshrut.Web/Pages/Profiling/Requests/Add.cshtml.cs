using Marshrut.Core.People;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Profiling.Requests;

/// <summary>«Записать запрос» of one person, from the card.</summary>
public sealed class AddModel(Workplace workplace, FindCardName person, ListRequestTypes types, ListResponsible staff, AddRequest add) : RequestPages(workplace)
{
    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? Wish { get; set; }

    [BindProperty]
    public long? Responsible { get; set; }

    public string FullName { get; private set; } = "";

    public string Card { get; private set; } = "";

    public IReadOnlyList<RequestTypeLine> Types { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Staff { get; private set; } = [];

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPost(long id, CancellationToken cancel) => this.Act(
        () => Load(id, cancel), () => add.Add(new NewRequest(id, Type, Wish, Responsible), cancel), "Запрос записан.", CardPath(id));

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await person.Find(id, cancel) is not { } name)
        {
            return false;
        }

        (FullName, Card) = (name, CardPath(id));
        Types = [.. (await types.List(cancel)).Where(type => !type.IsRetired)];
        Staff = Items(await staff.List(cancel), Responsible);
        return true;
    }
}
