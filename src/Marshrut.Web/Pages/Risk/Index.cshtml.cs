using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Decisions;
using Marshrut.Core.Risk.Results;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.Frame;
using Marshrut.Web.Pages.Profiling.Groups;
using Marshrut.Web.Ui;
using Marshrut.Web.Ui.Marks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Risk;

/// <summary>Levels of the organisation: figures, shares, and the list where they are confirmed or changed.</summary>
public sealed class IndexModel(
    CountRisk figures,
    AssessmentResults results,
    FilteredAssessments filtered,
    ConfirmAssessments confirm,
    UndoConfirmation undo,
    EnqueueJob enqueue,
    Moments moments,
    Workplace workplace,
    FindCircle circles) : PageModel
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    [BindProperty(SupportsGet = true, Name = "")]
    public RiskQuery Query { get; set; } = new();

    public RiskFigures Figures { get; private set; } = null!;

    public ResultsPage People { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Circles { get; private set; } = [];

    public UndoNote? JustConfirmed { get; private set; }

    public string Page1 => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/risk";

    public bool MayConfirm => workplace.Can(Permission.ConfirmRisk);

    public bool MayTransfer => workplace.Can(Permission.SendTransfers);

    public string TransferHref => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/transfers/new";

    /// <summary>Everybody of this list as a transfer to be checked.</summary>
    public string TransferAllHref => Query.First().Href(TransferHref);

    public bool MaySeeSpecial => workplace.Can(Permission.SeeSpecial);

    public IReadOnlyList<ShareRow> Shares => Query.By switch
    {
        "course" => Figures.ByCourse,
        "group" => Figures.ByGroup,
        _ => Figures.ByProgramme,
    };

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        JustConfirmed = UndoNote.Take(this);
        await Load(cancel);
        return Page();
    }

    [Requires(Permission.ConfirmRisk)]
    public async Task<IActionResult> OnPostConfirm(long[] ids, CancellationToken cancel)
    {
        try
        {
            Query = await Query.Within(circles, cancel);
            var chosen = Query.All ? await filtered.Find(Query.Filter(), proposedOnly: true, special: false, cancel) : ids;
            ConfirmedNote.Leave(this, await confirm.Confirm(chosen, cancel));
            return Redirect(Query.First().Href(Page1));
        }
        catch (RuleViolation refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            await Load(cancel);
            return this.NotTaken();
        }
    }

    [Requires(Permission.ConfirmRisk)]
    public async Task<IActionResult> OnPostUndo(long moment, CancellationToken cancel)
    {
        var count = await undo.Undo(UndoNote.At(moment), cancel);
        this.TellDone(ConfirmedNote.TakenBack(count), count == 0 ? Tone.Wait : Tone.Good);
        return Redirect(Query.First().Href(Page1));
    }

    public async Task<IActionResult> OnPostDetermine(bool finalYear, CancellationToken cancel)
    {
        var id = await enqueue.Enqueue(AssessWork.Name, new AssessOrder(finalYear), cancel);
        return Redirect(string.Create(Plain, $"{Page1}/runs/{id}"));
    }

    /// <summary>Heading of the first column of shares.</summary>
    public string ShareHead => Query.By switch
    {
        "course" => "Курс",
        "group" => "Группа",
        _ => "Направление",
    };

    public string Here => Query.First().Href(Page1);

    public string FileHref => Query.First().Href(Page1 + "/file.xlsx");

    public string OverrideHref => Page1 + "/override?handler=Choose";

    public string? ChooseAllHref => People.Proposed > 0 && !Query.FiltersBySpecial ? (Query.First() with { All = true }).Href(Page1) : null;

    public string AllChosenWords => $"{Russian.Plural(People.Proposed, "Выбран", "Выбраны", "Выбраны")} {Russian.Count(People.Proposed, "человек", "человека", "человек")}";

    /// <summary>The page that asks for whom to determine risk, beginning from the conditions of this list.</summary>
    public string DetermineHref => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Page1 + "/determine", new Dictionary<string, string?>
    {
        ["programme"] = Query.Programme,
        ["course"] = Query.Course?.ToString(Plain),
        ["group"] = Query.Group,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>The people who are not assessed for want of consent (R39).</summary>
    public string NoConsentHref => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/students?level=no-consent";

    /// <summary>«на 24 ноября 2026», or the first and the last day where parts of the register were renewed apart.</summary>
    public static string DaysWords((DateOnly First, DateOnly Last) days) => days.First == days.Last
        ? "на " + Russian.DateInWords(days.Last)
        : $"с {Russian.DateInWords(days.First)} по {Russian.DateInWords(days.Last)}";

    public string AskSpecial => (Query.First() with { Special = true }).Href(Page1);

    public string PreliminaryHref => (List(RiskTab.NotHigh) with { Preliminary = true }).Href(Page1);

    public string? PreviousHref => People.Previous is { } key ? (Query.First() with { After = key.After, Before = key.Before }).Href(Page1) : null;

    public string? NextHref => People.Next is { } key ? (Query.First() with { After = key.After, Before = key.Before }).Href(Page1) : null;

    public string TabHref(RiskTab tab) => List(tab).Href(Page1);

    public string ByHref(string? by) => (Query.First() with { By = by }).Href(Page1);

    public string PresentHref(Characteristic characteristic) => (List(RiskTab.All) with { Present = characteristic.Code }).Href(Page1);

    public string UnknownHref(Characteristic characteristic) => (List(RiskTab.All) with { Unknown = characteristic.Code }).Href(Page1);

    /// <summary>The people behind a row of shares: those with a high level, or all.</summary>
    public string ShareHref(ShareRow row, RiskTab tab) => (Query.By switch
    {
        "course" => List(tab) with { Course = int.TryParse(row.Key, NumberStyles.None, Plain, out var course) ? course : null },
        "group" => List(tab) with { Group = row.Key },
        _ => List(tab) with { Programme = row.Key },
    }).Href(Page1);

    public string ShareName(ShareRow row) => row.Key is null ? "не указано" : Query.By == "course" ? $"{row.Key} курс" : row.Key;

    /// <summary>The address of a handler that keeps tab and conditions.</summary>
    public string Handler(string name, bool all = false) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString((Query.First() with { All = all }).Href(Page1), "handler", name);

    public static LevelMark Mark(bool high, bool complete) => ((RiskLevel?)(high ? RiskLevel.High : RiskLevel.NotHigh)).Mark(complete);

    public static Tone ToneOf(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Confirmed => Tone.Good,
        AssessmentStatus.Overridden => Tone.Quiet,
        _ => Tone.Wait,
    };

    public static string? IconOf(AssessmentStatus status) => status == AssessmentStatus.Overridden ? "pencil" : null;

    public static string WordOf(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Confirmed => "подтверждён",
        AssessmentStatus.Overridden => "изменён вручную",
        _ => "ждёт решения",
    };

    /// <summary>«Мельникова О. С., 18.11, 10:20».</summary>
    public string DecidedWords(Decision decision) =>
        (decision.By is null ? "" : PersonalName.Short(decision.By) + ", ") + moments.Written(decision.At);

    private RiskQuery List(RiskTab tab) => new() { Tab = tab, By = Query.By, Special = Query.Special };

    /// <summary>What stands in the chips over the list, each with the address without it.</summary>
    public IEnumerable<(string Words, string Without)> Chips()
    {
        var query = Query.First();
        if (!string.IsNullOrEmpty(query.Programme))
        {
            yield return ($"Направление: {query.Programme}", (query with { Programme = null }).Href(Page1));
        }

        if (query.Course is { } course)
        {
            yield return ($"Курс: {course}", (query with { Course = null }).Href(Page1));
        }

        if (!string.IsNullOrEmpty(query.Group))
        {
            yield return ($"Группа: {query.Group}", (query with { Group = null }).Href(Page1));
        }

        if (query.Present is { Length: > 0 } present)
        {
            yield return ($"Есть: {NameOf(present)}", (query with { Present = null }).Href(Page1));
        }

        if (query.Unknown is { Length: > 0 } unknown)
        {
            yield return ($"Нет данных: {NameOf(unknown)}", (query with { Unknown = null }).Href(Page1));
        }

        if (query.Found?.GroupWords is { } circle)
        {
            yield return ($"Клиентская группа: {circle}", (query with { Circle = null }).Href(Page1));
        }

        if (query.Found?.StageWords is { } stage)
        {
            yield return ($"Этап: {stage}", (query with { Stage = null }).Href(Page1));
        }

        if (query.NoConsent)
        {
            yield return ("Выпускной курс без согласия на передачу", (query with { NoConsent = false }).Href(Page1));
        }

        if (query.Preliminary)
        {
            yield return ("Предварительно: не всё известно", (query with { Preliminary = false }).Href(Page1));
        }
    }

    private static string NameOf(string code) => Characteristics.Find(code) is { } found && found.Sensitivity != Sensitivity.Restricted ? found.ShortName : code;

    private async Task Load(CancellationToken cancel)
    {
        if (!MaySeeSpecial)
        {
            Query = Query with { Special = false };
        }

        Query = await Query.Within(circles, cancel);
        Circles = await circles.Items(Query.Circle, cancel);
        Figures = await figures.Count(Query.Special, cancel);
        People = await results.Page(Query.Filter(), Query.Key, Query.Special && Query.FiltersBySpecial, cancel);
    }
}
