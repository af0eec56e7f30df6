using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marshrut.Core.Agreements;
using Marshrut.Core.Platform;
using Marshrut.Core.Risk.Results;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Profiling.Groups;
using Marshrut.Web.Pages.Risk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Transfers;

/// <summary>From a list of levels, all of it or the rows that are ticked, to a draft: to whom, and as what.</summary>
public sealed class NewModel(Workplace workplace, ListTransferRecipients recipients, FilteredAssessments filtered, FindEnrolments find, ComposeTransfer compose, FindCircle circles) : TransferPages(workplace)
{
    [BindProperty(SupportsGet = true, Name = "")]
    public RiskQuery Query { get; set; } = new();

    [BindProperty]
    [Display(Name = "Центр занятости")]
    [Required(ErrorMessage = "Выберите центр занятости")]
    public long? Centre { get; set; }

    [BindProperty]
    public TransferKind Kind { get; set; } = TransferKind.HighRisk;

    /// <summary>Levels that were ticked; empty: everybody of the filter.</summary>
    public long[] Ids { get; private set; } = [];

    /// <summary>Enrolments.</summary>
    public IReadOnlyList<long> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Centres { get; private set; } = [];

    public string Here => Query.First().Href(Path + "/new");

    public string Context => People.Count == 0 ? "" : $"{Russian.Plural(People.Count, "Отобран", "Отобраны", "Отобраны")} {Russian.Count(People.Count, "человек", "человека", "человек")}";

    public async Task OnGet(CancellationToken cancel)
    {
        // Without a list to come from: whoever can be handed over at all.
        Query = Request.QueryString.HasValue ? Query : new RiskQuery { Tab = RiskTab.Confirmed };
        await Load([], cancel);
        ProposeCentre();
    }

    /// <summary>From a list: the boxes that are ticked.</summary>
    public async Task<IActionResult> OnPostChoose(long[] ids, CancellationToken cancel)
    {
        if (ids.Length == 0)
        {
            this.TellRefused("Никто не выбран. Отметьте людей в списке.");
            return Redirect(Organization + "/risk?tab=confirmed");
        }

        await Load(ids, cancel);
        ModelState.Clear();
        ProposeCentre();
        return Page();
    }

    public async Task<IActionResult> OnPost(long[] ids, CancellationToken cancel)
    {
        await Load(ids, cancel);
        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        try
        {
            return Redirect(DraftPath(await compose.Compose(new NewTransferDraft(Centre!.Value, Kind, People), cancel)));
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal);
        }
    }

    private void ProposeCentre() => Centre = Centres is [var only] ? long.Parse(only.Value, CultureInfo.InvariantCulture) : null;

    private async Task Load(long[] ids, CancellationToken cancel)
    {
        Ids = ids;
        Centres = [.. (await recipients.List(cancel)).Select(centre => new SelectListItem(centre.Name, centre.Id.ToString(CultureInfo.InvariantCulture)))];
        Query = await Query.Within(circles, cancel);
        var levels = ids.Length > 0 ? ids : await filtered.Find(Query.Filter(), proposedOnly: false, special: false, cancel);
        People = await find.Find(levels, cancel);
    }
}
