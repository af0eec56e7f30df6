using Marshrut.Core.Register.Lists;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Pages.Profiling.Groups;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Register;

/// <summary>The filtered list on paper.</summary>
public sealed class PrintModel(Workplace workplace, PrintEnrolments print, Moments moments, FindCircle circles) : PageModel
{
    public ListQuery Query { get; private set; } = null!;

    public EnrolmentPage Found { get; private set; } = null!;

    public string Back => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/students{Query.With()}";

    public string Organization => workplace.Place.OrganizationName!;

    public string People => workplace.People();

    public string Person => workplace.Person();

    public bool HasPupils => workplace.HasPupils();

    public DateOnly Today => moments.Today;

    public string Conditions => Query.Conditions() is { Count: > 0 } conditions ? string.Join("; ", conditions.Select(one => one.Words)) : "Весь список";

    /// <summary>Where paper ends before the list does.</summary>
    public string? Rest => Found.HasNext
        ? $"На листах первые {Russian.Number(PrintEnrolments.Most)} из {(Found.IsMore ? "более чем " : "")}{Russian.Number(Math.Min(Found.Count, ListEnrolments.CountLimit))}. Отберите меньше или скачайте файл"
        : null;

    public async Task OnGet(CancellationToken cancel)
    {
        Query = new ListQuery(Request.Query, await circles.Find(Request.Query, cancel));
        Found = await print.Print(Query.Filter, Query.Order, cancel);
    }
}
