using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Lists;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Core.Register.Lists;
using Marshrut.Core.Risk.Results;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Pages.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Organizations.Today;

/// <summary>The beginning of the day: the year's duty, what waits for the reader, whose level changed.</summary>
public sealed class IndexModel(
    CountDesk desk, RiskDuty duty, LevelChanges changes, AssessmentCoverage coverage, CountGaps gaps, CountQueue queue, CountCases cases, CountOpenQuestions questions, CountRequests requests, Workplace workplace, Moments moments)
    : PageModel
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

    /// <summary>What waits for the reader, the most pressing first.</summary>
    public IReadOnlyList<DeskTask> Tasks { get; private set; } = [];

    public string TasksWords =>
        Tasks.Count == 0 ? "срочного нет" : $"{Russian.Plural(Tasks.Count, "ждёт вас", "ждут вас", "ждут вас")} {Russian.Count(Tasks.Count, "дело", "дела", "дел")}";

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
            Tasks = Waiting(await OfRequests(cancel));
            return;
        }

        Duty = await duty.Count(cancel);
        Tasks = Waiting([.. await OfQueue(cancel), .. await OfCases(cancel), .. await OfQuestions(cancel), .. OfRisk(Duty), .. await OfRequests(cancel)]);
        Changes = await changes.Find(7, which == "all" ? int.MaxValue : FirstChanges, cancel);
        Coverage = await coverage.Count(Weeks, cancel);
    }

    private List<DeskTask> Waiting(IEnumerable<DeskTask> tasks) =>
    [
        .. tasks.Append(new DeskTask(Desk.Duplicates, "Возможные дубли", "Совпали СНИЛС или имя и дата рождения", Place + "/import/duplicates", "Сравнить")).Where(task => task.Count > 0),
    ];

    private async Task<IEnumerable<DeskTask>> OfQueue(CancellationToken cancel)
    {
        if (!workplace.Can(Permission.AnswerTransfers))
        {
            return [];
        }

        var figures = await queue.Count(cancel);
        var words = (figures.Late, figures.DueToday) switch
        {
            (0, 0) => "Срок ответа ещё не подошёл",
            (0, _) => $"Сегодня последний день ответа: {Russian.Number(figures.DueToday)}",
            (_, 0) => $"Срок ответа прошёл: {Russian.Number(figures.Late)}",
            _ => $"Срок ответа прошёл: {Russian.Number(figures.Late)}, сегодня последний день: {Russian.Number(figures.DueToday)}",
        };
        return [new DeskTask(figures.Waiting, "Переданные люди ждут ответа", words, Place + "/queue", "Принять")];
    }

    /// <summary>A specialist sees the own people, a head everybody's, as in the list behind.</summary>
    private async Task<IEnumerable<DeskTask>> OfCases(CancellationToken cancel)
    {
        if (!workplace.Can(Permission.WorkCases))
        {
            return [];
        }

        var tabs = (await cases.Count(CaseQuery.Own(workplace), cancel)).Tabs;
        DeskTask Of(CaseTab tab, string title, string words, string button) => new(tabs[tab], title, words, new CaseQuery { Tab = tab }.Href(Place + "/cases"), button);
        return
        [
            Of(CaseTab.Uncurated, "Без куратора", "Приняты, но никто ещё не позвонит", "Назначить"),
            Of(CaseTab.Due, "Пора связаться", "Срок звонка сегодня или уже прошёл", "Показать"),
            Of(CaseTab.LateSteps, "Просрочены шаги плана", "Отметьте сделанное или перенесите срок", "Показать"),
            Of(CaseTab.Unplanned, "Нет плана", "Куратор есть, план ещё не составлен", "Показать"),
        ];
    }

    private async Task<IEnumerable<DeskTask>> OfQuestions(CancellationToken cancel)
    {
        if (!workplace.Can(Permission.SendTransfers))
        {
            return [];
        }

        var open = await questions.Count(cancel);
        return [new DeskTask(open.Count, "Вопросы от центра занятости", "О переданных людях; срок приёма идёт", Place + string.Create(CultureInfo.InvariantCulture, $"/transfers/people/{open.Oldest}"), "Ответить")];
    }

    private async Task<IEnumerable<DeskTask>> OfRequests(CancellationToken cancel)
    {
        var me = workplace.User!.Id;
        var waiting = await requests.Count(me, cancel);
        return
        [
            new DeskTask(waiting.Open, "Запросы без ответственного", "Люди попросили помочь, и никто за это не отвечает", Place + "/requests", "Назначить"),
            new DeskTask(waiting.Own, "Ваши запросы в работе", "Запишите, что сделано, когда помогли", Place + string.Create(CultureInfo.InvariantCulture, $"/requests?state=inwork&by={me}"), "Показать"),
        ];
    }

    private IEnumerable<DeskTask> OfRisk(DutyFigures figures) =>
    [
        new DeskTask(
            Desk.Waiting, "Уровни ждут подтверждения",
            IsCentre ? "Уровень предложила программа, решает специалист" : "Без подтверждения человека нельзя передать в центр занятости", Place + "/risk", "Подтвердить"),
        new DeskTask(
            figures.LastCourseNotAssessed, "У выпускного курса не определён уровень",
            figures.WithoutConsent > 0 ? "Есть люди без согласия на определение риска" : "Определите риск — это займёт меньше минуты", Place + "/students?course=last&level=none", "Определить", Determines: true),
        new DeskTask(
            IsCentre ? 0 : Desk.NoConsent, "Нет согласия на передачу", "Выпускной курс, высокий уровень подтверждён", Place + "/risk?tab=confirmed&noConsent=true", "Показать"),
    ];
}
