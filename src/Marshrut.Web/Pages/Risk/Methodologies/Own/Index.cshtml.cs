using Marshrut.Core.Accounts;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Risk.Methodologies;
using Marshrut.Core.Risk.Sandbox;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk.Methodologies.Own;

/// <summary>The methodology as an organisation reads it: the one in force, or the one that a level was determined by; and what the organisation adds.</summary>
public sealed class IndexModel(ShowMethodology show, ListAdded added, ListProposals proposals, Workplace workplace) : PageModel
{
    public MethodologyView View { get; private set; } = null!;

    public AddedList Added { get; private set; } = null!;

    /// <summary>What the organisation proposed to the methodologist.</summary>
    public IReadOnlyList<ProposalLine> Proposals { get; private set; } = [];

    public bool MayAdd => workplace.Can(Permission.AdoptCharacteristics);

    public bool MayTry => workplace.Can(Permission.DetermineRisk);

    public string Place => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/methodology";

    public async Task<IActionResult> OnGet(long? id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } view || view.Version.State == Core.Risk.MethodologyState.Draft)
        {
            return NotFound();
        }

        View = view;
        Added = await added.List(cancel);
        Proposals = [.. (await proposals.List(cancel)).Where(line => line.Proposal.Kind == ProposalKind.Change)];
        return Page();
    }
}
