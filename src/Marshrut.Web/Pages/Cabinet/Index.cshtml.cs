using Marshrut.Core.Cabinet;
using Marshrut.Core.Platform;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Language;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Ui.Movement;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>«Мой маршрут» on one page: how things stand in kind words, the next steps with one press each, who helps, the way so far.</summary>
[AllowAnonymous]
public sealed class IndexModel(ShowOwnRoute show, AddRequest request) : CabinetPages
{
    private const string ForMeeting = "Позовите на ближайшую ярмарку, день карьеры или встречу с работодателем";

    public OwnRoute Route { get; private set; } = null!;

    public WayOut? Way => Route.Level?.Way;

    /// <summary>Steps that wait for the person; none where the level is not high and nothing is missing.</summary>
    public IReadOnlyList<WayStep> Steps => Way?.Steps ?? [];

    public int Begun => Steps.Count(step => RequestOf(step) is not null);

    public string StepWords => Steps.Count switch { 1 => "один шаг", 2 => "два шага", 3 => "три шага", 4 => "четыре шага", var many => Russian.Count(many, "шаг", "шага", "шагов") };

    /// <summary>«опыта, резюме и ясности с местом работы».</summary>
    public string Lacks => Russian.List([.. Steps.Select(step => step.Lacks).OfType<string>()]);

    /// <summary>The stops of the way; the one where the person is.</summary>
    public IReadOnlyList<(string Title, string Words, StopState State)> Stops
    {
        get
        {
            var now = Route.Stage switch
            {
                RouteStage.Graduate or RouteStage.LongAgo => 2,
                RouteStage.SchoolToNinth or RouteStage.SchoolTenthAndOn => 0,
                _ => 1,
            };
            StopState Of(int place) => place < now ? StopState.Done : place == now ? StopState.Now : StopState.Ahead;
            return
            [
                ("Школа", "", Of(0)),
                (Route.Course is { } course ? $"Учёба, {course} курс" : "Учёба", string.Join(", ", new[] { Route.Programme, Route.Group }.OfType<string>()), Of(1)),
                ("Выпуск", $"{Route.GraduationYear} год", Of(2)),
                ("Первая работа", "центр занятости поможет и после выпуска", StopState.Ahead),
            ];
        }
    }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Route = await show.Show(Own, cancel);
        return Page();
    }

    /// <summary>One press: the help that this step needs is asked for.</summary>
    public async Task<IActionResult> OnPostStep(WayAction step, CancellationToken cancel)
    {
        if (TypeOf(step) is not { } type)
        {
            return NotFound();
        }

        try
        {
            await request.Add(new NewRequest(Own.EnrolmentId, type, step == WayAction.AskForMeeting ? ForMeeting : null, null), cancel);
            this.TellDone("Записали. Специалист свяжется с вами, а ответ появится здесь.");
        }
        catch (RuleViolation refusal) when (refusal.Code == "request-going")
        {
            this.TellDone("Вы уже просили об этом: просьба в работе.");
        }

        return Redirect(Here(Home));
    }

    /// <summary>The open request that this step asked for; null: not yet.</summary>
    public OwnRequest? RequestOf(WayStep step) => Route.Requests.FirstOrDefault(one => one.Type == TypeOf(step.Action) && one is { State: RequestState.Open or RequestState.InWork });

    private static string? TypeOf(WayAction action) => action switch
    {
        WayAction.AskForPractice => "practice-or-internship",
        WayAction.AskForMeeting => "job-search-skills",
        WayAction.AskForCv => "cv",
        WayAction.TellPlans or WayAction.AskForJob => "first-job",
        _ => null,
    };
}
