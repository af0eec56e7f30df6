using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Rules.Language;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Profiling.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Profiling.Campaigns;

/// <summary>A new campaign: what to ask whom and till when, with the count of people at once.</summary>
public sealed class NewModel(
    Workplace workplace, FindQuestionnaire questionnaires, ListGroups groups, FindCircle circles, FindAudience audience, StartCampaign start, CoreSettings settings, TimeProvider clock)
    : CampaignPages(workplace, clock)
{
    private const int UsualDays = 21;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Questionnaire { get; set; }

    [BindProperty]
    public string? Group { get; set; }

    [BindProperty]
    public string? Stage { get; set; }

    [BindProperty]
    public string? StartsOn { get; set; }

    [BindProperty]
    public string? EndsOn { get; set; }

    [BindProperty]
    public int QuietFrom { get; set; } = 21;

    [BindProperty]
    public int QuietTo { get; set; } = 9;

    [BindProperty]
    public int ReminderDays { get; set; } = 4;

    public IReadOnlyList<Questionnaire> Offered { get; private set; } = [];

    public IReadOnlyList<SelectListItem> GroupItems { get; private set; } = [];

    /// <summary>Whom it would ask now.</summary>
    public IReadOnlyList<AudienceMember> People { get; private set; } = [];

    public string Here => Path + "/new";

    public IEnumerable<SelectListItem> QuestionnaireItems => Offered.Select(one => new SelectListItem(one.Title, one.Code, one.Code == Questionnaire));

    public IEnumerable<SelectListItem> StageItems => RouteStages.All.Where(stage => stage is not (RouteStage.Left or RouteStage.LongAgo) && stage.IsOfSchool() == (Workplace.OrganizationKind == OrganizationKind.School))
        .Select(stage => new SelectListItem(RouteStages.Title(stage), RuleFields.CodeOf(stage), RuleFields.CodeOf(stage) == Stage));

    public static IEnumerable<SelectListItem> HourItems(int chosen) => Enumerable.Range(0, 24).Select(hour => new SelectListItem($"{hour}:00", $"{hour}", hour == chosen));

    public static IEnumerable<SelectListItem> ReminderItems(int chosen) => new[] { 0, 2, 3, 4, 5, 7, 10, 14 }.Append(chosen).Distinct().Order()
        .Select(days => new SelectListItem(days == 0 ? "не напоминать" : $"раз в {Russian.Count(days, "день", "дня", "дней")}, не больше {Campaign.MostReminders} раз", $"{days}", days == chosen));

    public int WithMail => People.Count(member => member.HasEmail);

    /// <summary>Letters lead to the site as the settings say, or as it is open now.</summary>
    private string Site => (settings.Mail.SiteAddress?.ToString() ?? $"{Request.Scheme}://{Request.Host}{Request.PathBase}").TrimEnd('/');

    public async Task OnGet(string? questionnaire, string? circle, string? stage, CancellationToken cancel)
    {
        (Questionnaire, Group, Stage) = (questionnaire, circle, stage);
        EndsOn = Russian.Date(Today.AddDays(UsualDays));
        await Load(cancel);
    }

    /// <summary>Something was chosen: count again.</summary>
    public async Task<IActionResult> OnPostRefresh(CancellationToken cancel)
    {
        ModelState.Clear();
        await Load(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        ModelState.Clear();
        var asked = await Load(cancel);
        try
        {
            if (asked is null)
            {
                throw new RuleViolation("audience-missing", "Выберите группу или этап: кого спросить.");
            }

            var id = await start.Start(new CampaignInput(Title, Questionnaire, asked, Day(StartsOn), Day(EndsOn), QuietFrom, QuietTo, ReminderDays, Site), cancel);
            this.TellDone("Опрос начат. Письма уйдут сами, кроме тихих часов.");
            return Redirect(HrefOf(id));
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal);
        }
    }

    private async Task<AudienceInput?> Load(CancellationToken cancel)
    {
        Offered = await questionnaires.Offered(cancel);
        GroupItems = await circles.Items(Group, cancel);
        if (Offered.FirstOrDefault(one => one.Code == Questionnaire) is { } chosen)
        {
            Title = string.IsNullOrWhiteSpace(Title) ? chosen.Title : Title;
            if (string.IsNullOrEmpty(Group) && string.IsNullOrEmpty(Stage) && chosen.Stages is [var only])
            {
                Stage = RuleFields.CodeOf(only);
            }
        }

        var line = string.IsNullOrEmpty(Group) ? null : await groups.Find(Group, Workplace.User!.Id, cancel);
        var stage = RouteStages.Find(Stage);
        if (line is null && stage is null)
        {
            return null;
        }

        var words = string.Join(", ", new[] { line?.Title, stage is { } known ? RouteStages.Title(known) : null }.OfType<string>());
        var input = new AudienceInput(line?.Code, line?.Rule, stage, words);
        People = await audience.Find(input, cancel);
        return input;
    }
}
