using System.Globalization;
using Marshrut.Core.Cases;
using Marshrut.Core.Platform;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Transfers.Queue;

/// <summary>«Очередь передач»: who waits for an answer, nearest term first.</summary>
public sealed class IndexModel(
    Workplace workplace, Moments moments, CountQueue count, ListQueue list, FindInQueue find, ListCuratorLoads loads, AcceptPeople accept, UndoAcceptance undo) : QueuePages(workplace)
{
    /// <summary>Of the choice of a curator: shared out among all who are there.</summary>
    public const string Evenly = "evenly";

    [BindProperty(SupportsGet = true, Name = "")]
    public QueueQuery Query { get; set; } = new();

    public QueueFigures Figures { get; private set; } = null!;

    public IReadOnlyList<QueueLine> Lines { get; private set; } = [];

    public int AllCount { get; private set; }

    /// <summary>Whom the post that led here took over.</summary>
    public UndoNote? JustAccepted { get; private set; }

    public string? NextHref { get; private set; }

    public IReadOnlyList<CuratorWork> Curators { get; private set; } = [];

    /// <summary>What was chosen as the curator, where the form comes back.</summary>
    public string? Chosen { get; private set; }

    /// <summary>The fullest load, for the length of the bars.</summary>
    public int MostActive => Math.Max(1, Curators.Max(one => (int?)one.Active) ?? 1);

    public int? HoursLeft => moments.WorkingHoursLeft;

    public IReadOnlyList<SelectListItem> Senders =>
        [.. Figures.Senders.Select(sender => new SelectListItem($"{sender.Name} ({sender.Waiting})", Text(sender.Id), sender.Id == Query.From))];

    public IReadOnlyList<SelectListItem> Districts => [.. Figures.Districts.Select(district => new SelectListItem(district, district, district == Query.District))];

    public string Here => Query.First().Href(Path);

    public string? ChooseAllHref => AllCount > Lines.Count ? (Query.First() with { All = true }).Href(Path) : null;

    public string Context => Figures.Waiting == 0
        ? "Никто не ждёт ответа"
        : $"{Russian.Plural(Figures.Waiting, "Ждёт", "Ждут", "Ждут")} ответа {Russian.Count(Figures.Waiting, "человек", "человека", "человек")}{(Figures.DueToday > 0 ? $", сегодня последний день у {Russian.Number(Figures.DueToday)}" : "")}";

    public Task OnGet(CancellationToken cancel)
    {
        JustAccepted = UndoNote.Take(this);
        return Load(cancel);
    }

    /// <param name="only">The one person of a row's own button; null: whoever is ticked.</param>
    /// <param name="curator">Id of a user, <see cref="Evenly"/>, or empty: nobody yet.</param>
    public async Task<IActionResult> OnPostAccept(long[] ids, long? only, string? curator, CancellationToken cancel)
    {
        try
        {
            var choice = curator == Evenly ? new CuratorChoice(Evenly: true) : new CuratorChoice(long.TryParse(curator, NumberStyles.None, CultureInfo.InvariantCulture, out var user) ? user : null);
            var answer = await accept.Accept(only is { } one ? [one] : await Find(ids, cancel), choice, cancel);
            var passed = answer.Passed == 0 ? "" : $" Пропущено {Russian.Number(answer.Passed)}: по ним уже ответили или передачу отозвали.";
            UndoNote.Leave(this, $"{Russian.Plural(answer.Done, "Принят", "Приняты", "Принято")} {Russian.Count(answer.Done, "человек", "человека", "человек")}.{passed}", answer.Done > 0 ? answer.At : null);
            return Redirect(Here);
        }
        catch (RuleViolation refusal)
        {
            Chosen = curator;
            await Load(cancel);
            return this.NotTaken(refusal);
        }
    }

    public async Task<IActionResult> OnPostUndo(long moment, CancellationToken cancel)
    {
        var answer = await undo.Undo(UndoNote.At(moment), cancel);
        var passed = answer.Passed == 0 ? "" : $" Остались приняты {Russian.Number(answer.Passed)}: с ними уже начали работать.";
        this.TellDone(answer.Done == 0 && answer.Passed == 0
            ? "Отменять нечего: приём уже отменён."
            : $"Приём отменён: {Russian.Count(answer.Done, "человек снова ждёт", "человека снова ждут", "человек снова ждут")} ответа.{passed}");
        return Redirect(Here);
    }

    /// <summary>Leads to the page that asks for the reason.</summary>
    public async Task<IActionResult> OnPostReturn(long[] ids, long? only, CancellationToken cancel)
    {
        if (only is { } one)
        {
            return Redirect(QueryHelpers.AddQueryString(Path + "/return", "ids", Text(one)));
        }

        var chosen = await Find(ids, cancel);
        if (chosen.Count == 0)
        {
            this.TellRefused("Никто не выбран. Отметьте людей в очереди.");
            return Redirect(Here);
        }

        // The whole queue goes by its filter, ticked people by their ids: an address holds no thousand ids.
        return Query.All
            ? Redirect((Query with { After = null }).Href(Path + "/return"))
            : Redirect(QueryHelpers.AddQueryString(Path + "/return", chosen.Select(id => KeyValuePair.Create("ids", (string?)Text(id)))));
    }

    public string Handler(string name, bool all = false) => QueryHelpers.AddQueryString((Query.First() with { All = all }).Href(Path), "handler", name);

    private async Task<IReadOnlyList<long>> Find(long[] ids, CancellationToken cancel) => Query.All ? await find.Find(Query.Filter, cancel) : ids;

    private async Task Load(CancellationToken cancel)
    {
        Figures = await count.Count(cancel);
        var page = await list.List(Query.Filter, Query.Key, cancel);
        Lines = page.Lines;
        NextHref = page.After is { } after ? (Query.First() with { After = QueueQuery.Place(after) }).Href(Path) : null;
        AllCount = Query.Filter.IsNarrowed ? (await find.Find(Query.Filter, cancel)).Count : Figures.Waiting;
        Curators = await loads.List(cancel);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
