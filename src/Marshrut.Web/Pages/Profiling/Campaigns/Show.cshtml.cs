using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Rules.Language;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Profiling.Campaigns;

/// <summary>One campaign: how many answered by programme, course and group, when all will have, whom to call.</summary>
public sealed class ShowModel(
    Workplace workplace, ShowCampaign show, ListSilent silent, ExportSilent export, ChangeCampaign change, PrintCodes codes, ListGroups groups, TimeProvider clock) : CampaignPages(workplace, clock)
{
    /// <summary>One group of the silent ones.</summary>
    [BindProperty(SupportsGet = true, Name = "group")]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    [BindProperty]
    public string? EndsOn { get; set; }

    [BindProperty]
    public int QuietFrom { get; set; }

    [BindProperty]
    public int QuietTo { get; set; }

    [BindProperty]
    public int ReminderDays { get; set; }

    /// <summary>«groups»: the rates; else those who are silent.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public bool ByGroups => View == "groups";

    public ShownCampaign Shown { get; private set; } = null!;

    public Campaign Campaign => Shown.Campaign;

    public IReadOnlyList<SilentLine> Silent { get; private set; } = [];

    /// <summary>Who has come to its group since.</summary>
    public int Newcomers { get; private set; }

    public string Here => HrefOf(Campaign.Id);

    public bool IsOpen => Campaign.IsOpenOn(Today);

    public string? Next { get; private set; }

    public string WallCode => codes.Wall(Campaign.Id);

    public string WallHref => $"{Campaign.SiteAddress}/q/w/{WallCode}";

    public IReadOnlyList<string> GroupNames => [.. Shown.Rates.Select(rate => rate.Group).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public string ChatText => $"""
        Ребята, ответьте, пожалуйста, на анкету «{Campaign.Title}»: около пяти минут, с телефона. До {Russian.DateInWords(Campaign.EndsOn)}.
        Личная ссылка пришла на почту. Если письма нет, откройте {WallHref} и впишите код с листка.
        """;

    public string Forecast => Shown switch
    {
        { Answered: var answered, Asked: var asked } when answered == asked => "Ответили все",
        _ when !IsOpen => $"Не ответили {Russian.Count(Shown.Asked - Shown.Answered, "человек", "человека", "человек")}",
        { AllBy: { } day } when day <= Campaign.EndsOn => $"При таком темпе ответят все к {Russian.DateInWords(day)}",
        { AllBy: { } day } => $"При таком темпе все ответят только к {Russian.DateInWords(day)}: срок кончится раньше",
        { Lately: > 0 } => "При таком темпе не хватит и года: напомните в чате или позвоните",
        _ => "За последние дни никто не ответил: напомните в чате или позвоните",
    };

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        (EndsOn, QuietFrom, QuietTo, ReminderDays) = (Russian.Date(Campaign.EndsOn), Campaign.QuietFrom, Campaign.QuietTo, Campaign.ReminderDays);
        return Page();
    }

    [Requires(Permission.EditPeople)]
    public Task<IActionResult> OnPostSet(long id, CancellationToken cancel) =>
        this.Act(() => Load(id, cancel), async () => await change.Set(id, Day(EndsOn), QuietFrom, QuietTo, ReminderDays, cancel), "Срок и письма изменены.", HrefOf(id));

    [Requires(Permission.EditPeople)]
    public Task<IActionResult> OnPostStop(long id, CancellationToken cancel) =>
        this.Act(() => Load(id, cancel), () => change.Stop(id, stopped: true, cancel), "Опрос остановлен: ссылки и коды больше не открываются, писем не будет.", HrefOf(id));

    [Requires(Permission.EditPeople)]
    public Task<IActionResult> OnPostResume(long id, CancellationToken cancel) => this.Act(() => Load(id, cancel), () => change.Stop(id, stopped: false, cancel), "Опрос продолжен.", HrefOf(id));

    [Requires(Permission.EditPeople)]
    public async Task<IActionResult> OnPostAdd(long id, CancellationToken cancel)
    {
        var added = 0;
        var page = await this.Act(
            () => Load(id, cancel),
            async () =>
            {
                added = await change.Add(id, await Rule(cancel), cancel);
                return true;
            },
            "",
            HrefOf(id));
        if (page is RedirectResult)
        {
            this.TellDone(added == 0 ? "Новых в группе нет." : $"Добавлено: {Russian.Count(added, "человек", "человека", "человек")}.");
        }

        return page;
    }

    [Requires(Permission.ExportPeople)]
    public async Task<IActionResult> OnPostExport(long id, CancellationToken cancel) => await Load(id, cancel)
        ? await this.Table("not-answered.xlsx", output => export.Write(id, Group, output, cancel))
        : NotFound();

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } found)
        {
            return false;
        }

        Shown = found;
        Group = string.IsNullOrEmpty(Group) ? null : Group;
        (Silent, var more) = await silent.List(id, Group, After, cancel);
        Next = more ? QueryHelpers.AddQueryString(Here, new Dictionary<string, string?> { ["group"] = Group, ["after"] = Silent[^1].InvitationId.ToString(CultureInfo.InvariantCulture) }) : null;
        Newcomers = IsOpen && MayEdit ? (await change.Newcomers(id, await Rule(cancel), cancel))?.Count ?? 0 : 0;
        return true;
    }

    private async Task<GroupRule?> Rule(CancellationToken cancel) => Campaign.Group is { } code ? (await groups.Find(code, Workplace.User!.Id, cancel))?.Rule : null;
}
