using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Profiling.Campaigns;

/// <summary>What the pages of campaigns share: where they lead and how a campaign stands.</summary>
public abstract class CampaignPages(Workplace workplace, TimeProvider clock) : PageModel
{
    public string Organization => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}";

    public string Path => Organization + "/campaigns";

    public bool MayEdit => workplace.Can(Permission.EditPeople);

    public bool MayExport => workplace.Can(Permission.ExportPeople);

    protected Workplace Workplace => workplace;

    protected DateOnly Today => clock.Today();

    public string HrefOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");

    public (string Words, Tone Tone) StateOf(Campaign campaign) =>
        campaign.StoppedAt is not null ? ("остановлен", Tone.Quiet)
        : campaign.EndsOn < Today ? ("закончен", Tone.Quiet)
        : campaign.StartsOn > Today ? ($"начнётся {Russian.Date(campaign.StartsOn)}", Tone.Wait)
        : ("идёт", Tone.Busy);

    public static string Share(int part, int of) => of == 0 ? "—" : Russian.Percent(part, of);

    /// <exception cref="RuleViolation"><c>date-unreadable</c>.</exception>
    protected static DateOnly? Day(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : RussianDates.TryParse(typed.Trim(), out var day) ? day
        : throw new RuleViolation("date-unreadable", $"Не поняли дату «{typed.Trim()}». Напишите её так: 01.12.2026.");
}
