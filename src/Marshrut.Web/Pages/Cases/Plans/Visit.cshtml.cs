using Marshrut.Core.Cases.Plans;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cases.Plans;

/// <summary>Sets a visit of the person to the curator, or moves it; beside it what the curator's day holds already.</summary>
public sealed class VisitModel(Workplace workplace, Moments moments, ShowPlan show, ListVisits list, SetVisit set) : PlanPages(workplace, show)
{
    /// <summary>Days of the curator's calendar that are shown beside the form.</summary>
    private const int ShownDays = 14;

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public bool OnDayOff { get; set; }

    /// <summary>Null: a new one.</summary>
    public VisitLine? Known { get; private set; }

    public IReadOnlyList<CalendarLine> Busy { get; private set; } = [];

    public DateOnly Today => moments.Today;

    public string Here => CasePath + "/visits" + (Known is { } visit ? "/" + Text(visit.Id) : "");

    /// <summary>Where the case has no plan yet, the way back is the case.</summary>
    public string Back => Plan is null ? CasePath : PlanPath;

    public async Task<IActionResult> OnGet(long id, long? visit, CancellationToken cancel)
    {
        if (!await Load(id, visit, cancel))
        {
            return NotFound();
        }

        if (Known is { } known)
        {
            (On, From, Minutes, Place, Purpose) = (Day(known.On), Russian.Time(known.From), Text(known.Minutes), known.Words.Place, known.Words.Purpose);
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(long id, long? visit, CancellationToken cancel)
    {
        var minutes = string.IsNullOrWhiteSpace(Minutes) ? (int?)null : int.TryParse(Minutes, out var number) ? number : 0;
        return await Act(
            () => Load(id, visit, cancel),
            () => set.Set(new VisitForm(id, Known?.Id, Day(On), Time(From), minutes, Place, Purpose, OnDayOff), cancel),
            visit is null ? "Явка назначена." : "Явка перенесена.",
            await Find(id, cancel) ? Back : Path);
    }

    private async Task<bool> Load(long id, long? visit, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return false;
        }

        Known = visit is { } asked ? Case.Visits.FirstOrDefault(one => one.Id == asked && one.State == VisitState.Planned) : null;
        Busy = Case.Line.CuratorId is { } curator
            ? [.. (await list.List(Today, Today.AddDays(ShownDays), curator, cancel)).Where(one => one.Visit.State == VisitState.Planned)]
            : [];
        return visit is null || Known is not null;
    }
}
