using Marshrut.Core.People;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Responses;

/// <summary>What a person answered, as it was written down.</summary>
public sealed class ShowModel(Workplace workplace, FindCardName person, ShowResponse show) : ResponsePages(workplace, person)
{
    public ShownResponse Answered { get; private set; } = null!;

    public async Task<IActionResult> OnGet(long id, long response, CancellationToken cancel)
    {
        if (!await LoadCard(id, cancel) || await show.Show(response, id, cancel) is not { } found)
        {
            return NotFound();
        }

        Answered = found;
        return Page();
    }
}
