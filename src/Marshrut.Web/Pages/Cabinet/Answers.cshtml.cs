using Marshrut.Core.Profiling.Responses;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>«Мои ответы»: every questionnaire that the person has answered, one of them opened.</summary>
[AllowAnonymous]
public sealed class AnswersModel(ListResponses list, ShowResponse show) : CabinetPages
{
    public IReadOnlyList<ResponseLine> Lines { get; private set; } = [];

    public ShownResponse? Shown { get; private set; }

    public async Task<IActionResult> OnGet(long? id, CancellationToken cancel)
    {
        Lines = await list.OfPerson(Own.PersonId, cancel);
        if (id is { } one)
        {
            // Only of the own: another's number opens nothing.
            if (Lines.All(line => line.Id != one) || await show.Show(one, Own.EnrolmentId, cancel) is not { } shown)
            {
                return NotFound();
            }

            Shown = shown;
        }

        return Page();
    }
}
