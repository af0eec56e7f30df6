using System.Globalization;
using Marshrut.Core.Cases;
using Marshrut.Rules.Cases;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases;

/// <summary>What the pages of cases share: where they lead and how a state looks.</summary>
public abstract class CasePages(Workplace workplace) : PageModel
{
    public string Organization => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}";

    public string Path => Organization + "/cases";

    public string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");

    protected Workplace Workplace => workplace;

    public static Tone ToneOf(CaseState state) => state switch
    {
        CaseState.Opened => Tone.Wait,
        CaseState.InWork => Tone.Busy,
        CaseState.Closed => Tone.Good,
        _ => Tone.Quiet,
    };

    public static IReadOnlyList<SelectListItem> Outcomes =>
    [
        .. Enum.GetValues<CaseOutcome>().Where(outcome => outcome.IsChoice).Select(outcome => new SelectListItem(CaseWords.Outcome(outcome), outcome.ToString())),
    ];

    protected static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
