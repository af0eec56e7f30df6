using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Register.Lists;
using Marshrut.Core.Risk.Results;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Organizations.Today;

/// <summary>The beginning of the day: the year's duty, what waits for the reader, whose level changed.</summary>
public sealed class IndexModel(
    CountDesk desk, RiskDuty duty, LevelChanges changes, AssessmentCoverage coverage, CountGaps gaps, Workplace workplace, Moments moments) : PageModel
{
    private const int Weeks = 12;
    private const int FirstChanges = 6;
    private const int ChartWidth = 260;
    private const int ChartHeight = 120;

    private static readonly string[] Days = ["Воскресенье", "Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота"];

    public DeskFigures Desk { get; private set; } = null!;

    /// <summary>Null where no risk is determined: in a school.</summary>
    public DutyFigures? Duty { get; private set; }

    /// <summary>What the cards of pupils lack; null where the year's duty is shown instead.</summary>
    public GapFigures? Gaps { get; private set; }

    public LevelChangeList Changes { get; private set; } = new([], 0);

    public Coverage Coverage { get; private set; } = new([], 0, 0);

    public string Place => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}";

    /// <summary>People came to a centre by themselves: not all of them are students, and nobody hands them on.</summary>
    public bool IsCentre => workplace.OrganizationKind == OrganizationKind.EmploymentCentre;

    public string DayOfWeek => Days[(int)moments.Today.DayOfWeek];

    public string Title => $"Сегодня, {Russian.DateInWords(moments.Today, moments.Today)}";

    /// <summary>How many tasks wait.</summary>
    public int Tasks => new[] { Duty is null ? 0 : Desk.Waiting, Duty?.LastCourseNotAssessed ?? 0, IsCentre ? 0 : Desk.NoConsent, Desk.Duplicates }.Count(count => count > 0);

    public string TasksWords => Tasks == 0 ? "срочного нет" : $"{Russian.Plural(Tasks, "ждёт вас", "ждут вас", "ждут вас")} {Russian.Count(Tasks, "дело", "дела", "дел")}";

    /// <summary>Points of a line over the weeks, 0–100 % upward.</summary>
    public string Line(bool lastCourse)
    {
        var whole = lastCourse ? Coverage.LastCourse : Coverage.Students;
        var steps = Math.Max(Coverage.Weeks.Count - 1, 1);
        return string.Join(' ', Coverage.Weeks.Select((week, i) =>
        {
            var part = whole == 0 ? 0 : (double)(lastCourse ? week.LastCourseAssessed : week.Assessed) / whole;
            return string.Create(CultureInfo.InvariantCulture, $"{i * ChartWidth / (double)steps:0.#},{ChartHeight - (part * ChartHeight):0.#}");
        }));
    }

    /// <summary>«24.11»: a mark under the chart.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("dd.MM", CultureInfo.InvariantCulture);

    public static string Why(LevelChange change) => change switch
    {
        { ByHand: true } => "изменён вручную",
        { Appeared: [var first, ..] } => "появилось: " + first,
        { Went: [var first, ..] } => "больше не учитывается: " + first,
        _ => "изменились сведения",
    };

    public string When(LevelChange change) => moments.Written(change.At)[..5];

    /// <param name="which">«all»: every change of the week, not the latest alone.</param>
    public async Task OnGet([FromQuery(Name = "changes")] string? which, CancellationToken cancel)
    {
        Desk = await desk.Count(cancel);
        if (!workplace.Can(Permission.DetermineRisk))
        {
            Gaps = await gaps.Count(cancel);
            return;
        }

        Duty = await duty.Count(cancel);
        Changes = await changes.Find(7, which == "all" ? int.MaxValue : FirstChanges, cancel);
        Coverage = await coverage.Count(Weeks, cancel);
    }
}
