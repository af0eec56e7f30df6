using Marshrut.Core.Cabinet;
using Marshrut.Core.Platform;
using Marshrut.Rules.Calendar;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Risk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Cabinet.Contests;

/// <summary>What people say is wrong about them: the term of the answer, the card to mend it on, the answer.</summary>
public sealed class IndexModel(Workplace workplace, ListContests list, AnswerContest answers, Moments moments) : PageModel
{
    public IReadOnlyList<ContestLine> Lines { get; private set; } = [];

    public IEnumerable<ContestLine> Open => Lines.Where(line => line.State == ContestState.Open);

    public IEnumerable<ContestLine> Closed => Lines.Where(line => line.State != ContestState.Open);

    /// <summary>The one whose answer was not taken, with what was written.</summary>
    public (long Id, string? Answer)? Written { get; private set; }

    public string Path => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/contests";

    public string CardHref(ContestLine line) => PersonLinks.Card(workplace.OrganizationCode, line.EnrolmentId);

    public int DaysLeft(ContestLine line) => line.AnswerBy >= moments.Today
        ? WorkingDays.Russia.WorkingDaysBetween(moments.Today, line.AnswerBy)
        : -WorkingDays.Russia.WorkingDaysBetween(line.AnswerBy, moments.Today);

    public async Task OnGet(CancellationToken cancel) => Lines = await list.List(null, cancel);

    public async Task<IActionResult> OnPost(long id, bool mended, string? answer, CancellationToken cancel)
    {
        try
        {
            if (!await answers.Answer(id, mended, answer, cancel))
            {
                return NotFound();
            }
        }
        catch (RuleViolation refusal)
        {
            Lines = await list.List(null, cancel);
            Written = (id, answer);
            return this.NotTaken(refusal, $"Answer{id}");
        }

        this.TellDone("Ответ отправлен: человек увидит его на своей странице.");
        return Redirect(Path);
    }
}
