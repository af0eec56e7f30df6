using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Plans;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Cases.Plans;

/// <summary>«Явки»: who comes in a week, to whom.</summary>
public sealed class VisitsModel(Workplace workplace, Moments moments, ListVisits list, ListCurators curators) : CasePages(workplace)
{
    private const int DaysOfWeek = 7;

    /// <summary>Any day of the week that is shown; nothing or nonsense: this one.</summary>
    [BindProperty(SupportsGet = true, Name = "week")]
    public string? Week { get; set; }

    /// <summary>Id of a curator, «all», or nothing: a specialist begins with the own, a head with everybody's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Curator { get; set; }

    public IReadOnlyList<CalendarLine> Lines { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Curators { get; private set; } = [];

    public DateOnly Today => moments.Today;

    public DateOnly Monday { get; private set; }

    public DateOnly Sunday => Monday.AddDays(DaysOfWeek - 1);

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, DaysOfWeek).Select(Monday.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || Lines.Any(line => line.Visit.On == day));

    public string Context
    {
        get
        {
            var planned = Lines.Count(line => line.Visit.State == VisitState.Planned);
            return $"{Russian.DateInWords(Monday, Today)} — {Russian.DateInWords(Sunday, Today)} · {(Lines.Count == 0 ? "никто не назначен" : $"впереди {Russian.Number(planned)}")}";
        }
    }

    private long? CuratorId => Curator == CaseQuery.Everybody ? null
        : long.TryParse(Curator, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked
        : Workplace.Posts.Any(post => post.Role == Role.EmploymentHead) ? null : Workplace.User!.Id;

    /// <summary>«Понедельник».</summary>
    public static string NameOf(DateOnly day)
    {
        var russian = CultureInfo.GetCultureInfo("ru-RU");
        var name = russian.DateTimeFormat.GetDayName(day.DayOfWeek);
        return char.ToUpper(name[0], russian) + name[1..];
    }

    public string Href(DateOnly monday) => QueryHelpers.AddQueryString(Organization + "/visits", new Dictionary<string, string?>
    {
        ["week"] = monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["curator"] = Curator,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public string PlanOf(long caseId) => PathOf(caseId) + "/plan";

    public async Task OnGet(CancellationToken cancel)
    {
        var day = DateOnly.TryParseExact(Week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2100 ? asked : Today;
        Monday = day.AddDays(-(((int)day.DayOfWeek + 6) % DaysOfWeek));
        Lines = await list.List(Monday, Sunday, CuratorId, cancel);
        Curators =
        [
            new SelectListItem("Все кураторы", CaseQuery.Everybody, CuratorId is null),
            .. (await curators.List(cancel)).Select(one => new SelectListItem(one.FullName, Text(one.UserId), one.UserId == CuratorId)),
        ];
    }
}
