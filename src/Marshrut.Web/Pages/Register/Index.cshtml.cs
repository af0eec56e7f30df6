using Marshrut.Core.Accounts;
using Marshrut.Core.Register.Lists;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Profiling.Groups;
using Marshrut.Web.Ui;
using Marshrut.Web.Ui.Marks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Register;

/// <summary>The students of the organisation: search, filters, pages by key, export of what is shown.</summary>
public sealed class IndexModel(Workplace workplace, ListEnrolments list, ListChoices choices, CountEnrolments count, ExportEnrolments export, ReadHandedLines handed, FindCircle circles) : PageModel
{
    /// <summary>How many conditions are tried when nobody is found: each costs a command.</summary>
    private const int TriedConditions = 3;

    public ListQuery Query { get; private set; } = null!;

    public EnrolmentPage Found { get; private set; } = null!;

    public EnrolmentChoices Choices { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Circles { get; private set; } = [];

    public EnrolmentTabs Tabs { get; private set; } = null!;

    public IReadOnlyList<Condition> Conditions { get; private set; } = [];

    /// <summary>The condition without which somebody would be found, and how many.</summary>
    public (Condition Condition, int Count)? Hindrance { get; private set; }

    public string Path => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/students";

    public bool MayEdit => workplace.Can(Permission.EditPeople);

    public bool MayExport => workplace.Can(Permission.ExportPeople);

    /// <summary>Levels are shown where they are determined: not in a school.</summary>
    public bool ShowsRisk => workplace.Can(Permission.DetermineRisk);

    /// <summary>Where people are handed over from.</summary>
    public bool ShowsHanded => workplace.HandsOver();

    public bool HasPupils => workplace.HasPupils();

    /// <summary>What the list is called here.</summary>
    public string People => workplace.People();

    public string Person => workplace.Person();

    public string CountInWords => Found.IsMore
        ? $"больше {Russian.Number(ListEnrolments.CountLimit)} человек"
        : Russian.Count(Found.Count, "человек", "человека", "человек");

    /// <summary>«212 строк», «все строки» above the limit of counting.</summary>
    public string RowsInWords => Found.IsMore ? "все строки" : Russian.Count(Found.Count, "строку", "строки", "строк");

    public string OrderInWords => Query.OrderInWords(ShowsRisk);

    public string? Previous => Found.HasPrevious ? Path + Turn("before", Found.Rows[0].EnrolmentId) : null;

    public string? Next => Found.HasNext ? Path + Turn("after", Found.Rows[^1].EnrolmentId) : null;

    public async Task OnGet(long? after, long? before, CancellationToken cancel)
    {
        Query = new ListQuery(Request.Query, await circles.Find(Request.Query, cancel));
        Conditions = Query.Conditions();
        (Choices, Tabs) = await choices.Read(cancel);
        Circles = await circles.Items(Query[FindCircle.GroupName], cancel);
        Found = await list.List(Query.Filter, new EnrolmentPlace(Query.Order, after, before), cancel);
        if (Found.Rows.Count == 0 && (after ?? before) is not null)
        {
            // The page behind the last one, or before the first: the list changed meanwhile.
            Found = await list.List(Query.Filter, new EnrolmentPlace(Query.Order), cancel);
        }

        if (ShowsHanded && Found.Rows.Count > 0)
        {
            var lines = await handed.Read([.. Found.Rows.Select(row => row.PersonId)], cancel);
            Found = Found with { Rows = [.. Found.Rows.Select(row => row with { Handed = lines.GetValueOrDefault(row.PersonId) })] };
        }

        if (Found.Count == 0)
        {
            Hindrance = await FindHindrance(cancel);
        }
    }

    /// <summary>The list as a file: what is ticked, or all that the conditions find.</summary>
    [Requires(Permission.ExportPeople)]
    public async Task<IActionResult> OnPostExport(string? format, bool all, long[] ids, CancellationToken cancel)
    {
        Query = new ListQuery(Request.Query, await circles.Find(Request.Query, cancel));
        var isXlsx = format != "csv";
        if (!all && ids.Length == 0)
        {
            return Redirect(Path + Query.With());
        }

        return await this.Table(
            isXlsx ? "students.xlsx" : "students.csv",
            output => export.Write(new EnrolmentExport(Query.Filter, Query.Order, all ? [] : ids, isXlsx, ShowsRisk, ShowsHanded), output, cancel));
    }

    public static Tone ToneOf(HandedLine line) => line switch
    {
        { State: TransferItemState.Waiting } => Tone.Wait,
        { State: not TransferItemState.Accepted } => Tone.Bad,
        { Outcome: { IsWork: true } } => Tone.Good,
        { Outcome: not null } => Tone.Quiet,
        { CaseState: CaseState.InWork } => Tone.Busy,
        _ => Tone.Wait,
    };

    public static LevelMark Mark(EnrolmentRow row) => row.Level.Mark(row.Complete);

    public static int? Shown(int tab) => tab > ListEnrolments.CountLimit ? null : tab;

    public string CardHref(EnrolmentRow row) => $"{Path}/{row.EnrolmentId}{Query.With()}";

    public string ExportAddress(string format, bool all)
    {
        var conditions = Query.With();
        return $"{Path}{conditions}{(conditions.Length == 0 ? "?" : "&")}handler=Export&format={format}{(all ? "&all=true" : "")}";
    }

    public IEnumerable<SelectListItem> Items(IEnumerable<(string Value, string Words)> pairs, string name) =>
        pairs.Select(pair => new SelectListItem(pair.Words, pair.Value, pair.Value == Query[name]));

    public IEnumerable<SelectListItem> Items(IEnumerable<string> values, string name) => Items(values.Select(value => (value, value)), name);

    public IEnumerable<SelectListItem> CourseItems() =>
        Items([("last", "выпускной"), .. Choices.Courses.Select(course => ($"{course}", $"{course} курс"))], "course");

    public IEnumerable<SelectListItem> TraitItems() =>
        Items(EnrolmentFilter.Characteristics.Select(characteristic => (characteristic.Code, characteristic.ShortName)), "trait");

    private async Task<(Condition, int)?> FindHindrance(CancellationToken cancel)
    {
        foreach (var condition in Conditions.Reverse().Take(TriedConditions))
        {
            var without = await count.Count(ListQuery.Without(Query, condition.Name).Filter, cancel);
            if (without > 0)
            {
                return (condition, without);
            }
        }

        return null;
    }

    private string Turn(string name, long enrolmentId)
    {
        var conditions = Query.With();
        return $"{conditions}{(conditions.Length == 0 ? "?" : "&")}{name}={enrolmentId}";
    }
}
