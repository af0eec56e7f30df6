using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Risk.Methodologies;
using Marshrut.Core.Risk.Sandbox;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

/// <summary>Versions of the region and the federal ones.</summary>
public sealed class IndexModel(ListMethodologies list, CopyMethodology copy, ListProposals proposals, AnswerProposal answers, Workplace workplace) : PageModel
{
    public MethodologyList List { get; private set; } = null!;

    /// <summary>What organisations wrote to the methodologist.</summary>
    public IReadOnlyList<ProposalLine> Proposals { get; private set; } = [];

    public string Place => $"/r/{workplace.RegionCode}/methodology";

    public bool MayEdit => workplace.Can(Permission.EditMethodology);

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    [Requires(Permission.EditMethodology)]
    public async Task<IActionResult> OnPostAnswer(long id, bool taken, string? answer, CancellationToken cancel)
    {
        try
        {
            if (!await answers.Answer(id, taken, answer, cancel))
            {
                return NotFound();
            }
        }
        catch (RuleViolation refusal)
        {
            await Load(cancel);
            return this.NotTaken(refusal);
        }

        this.TellDone(taken ? "Отмечено. Организация это увидит." : "Ответ отправлен организации.");
        return Redirect(Place);
    }

    [Requires(Permission.EditMethodology)]
    public async Task<IActionResult> OnPostCopy(long id, CancellationToken cancel)
    {
        var draft = await copy.Copy(id, cancel);
        this.TellDone($"Сделан черновик: версия {draft.Number}. Измените его и введите в действие.");
        return Redirect(FormattableString.Invariant($"{Place}/{draft.Id}"));
    }

    private async Task Load(CancellationToken cancel)
    {
        List = await list.List(cancel);
        Proposals = MayEdit ? await proposals.List(cancel) : [];
    }
}
