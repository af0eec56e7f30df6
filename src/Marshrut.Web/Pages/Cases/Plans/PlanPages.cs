using System.Globalization;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Platform;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases.Plans;

/// <summary>What the pages of one plan share: whose it is and where they lead.</summary>
public abstract class PlanPages(Workplace workplace, ShowPlan show) : CasePages(workplace)
{
    public CasePlan Case { get; private set; } = null!;

    /// <summary>Null: there is none yet.</summary>
    public PlanCard? Plan => Case.Plan;

    public string CasePath => PathOf(Case.Line.Id);

    public string PlanPath => PlanOf(Case.Line.Id);

    public string FullName => PlanDocument.FullName(Case);

    public bool IsOpen => Case.Line.State != CaseState.Closed;

    public static IReadOnlyList<SelectListItem> Responsibles => [.. Enum.GetValues<StepResponsible>().Select(one => new SelectListItem(PlanWords.Responsible(one), one.ToString()))];

    public static (Tone Tone, string Icon) MarkOf(VisitState state) => state switch
    {
        VisitState.Planned => (Tone.Info, "calendar-event"),
        VisitState.Came => (Tone.Good, "calendar-check"),
        VisitState.Missed => (Tone.Bad, "calendar-x"),
        _ => (Tone.Quiet, "ban"),
    };

    protected string PlanOf(long id) => PathOf(id) + "/plan";

    protected async Task<bool> Find(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } found)
        {
            return false;
        }

        Case = found;
        return true;
    }

    /// <summary>An hour as it was typed: «15:30», «15.30», «9».</summary>
    /// <exception cref="RuleViolation">Something is typed that is no hour.</exception>
    protected static TimeOnly? Time(string? typed)
    {
        var text = (typed ?? "").Trim().Replace('.', ':').Replace('-', ':');
        if (text.Length == 0)
        {
            return null;
        }

        return TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "%H", "HH"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new RuleViolation("no-time", $"Не поняли время «{typed!.Trim()}». Напишите его так: 15:30.");
    }

    protected static string Day(DateOnly day) => Russian.Date(day);
}
