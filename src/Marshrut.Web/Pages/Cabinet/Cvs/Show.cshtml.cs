using Marshrut.Core.Cabinet.Cvs;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Pages.Risk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Cabinet.Cvs;

/// <summary>The CV of a person as the staff reads it, to help with it or to send it on.</summary>
public sealed class ShowModel(ShowCv show, Workplace workplace) : PageModel
{
    public CvPaper Paper { get; private set; } = null!;

    public string Card { get; private set; } = "";

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } paper)
        {
            return NotFound();
        }

        (Paper, Card) = (paper, PersonLinks.Card(workplace.OrganizationCode, id));
        return Page();
    }
}
