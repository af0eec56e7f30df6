using Marshrut.Core.Accounts;
using Marshrut.Core.Risk.Methodologies;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

/// <summary>Versions of the region and the federal ones.</summary>
public sealed class IndexModel(ListMethodologies list, CopyMethodology copy, Workplace workplace) : PageModel
{
    public MethodologyList List { get; private set; } = null!;

    public string Place => $"/r/{workplace.RegionCode}/methodology";

    public bool MayEdit => workplace.Can(Permission.EditMethodology);

    public async Task OnGet(CancellationToken cancel) => List = await list.List(cancel);

    [Requires(Permission.EditMethodology)]
    public async Task<IActionResult> OnPostCopy(long id, CancellationToken cancel)
    {
        var draft = await copy.Copy(id, cancel);
        this.TellDone($"Сделан черновик: версия {draft.Number}. Измените его и введите в действие.");
        return Redirect(FormattableString.Invariant($"{Place}/{draft.Id}"));
    }
}
