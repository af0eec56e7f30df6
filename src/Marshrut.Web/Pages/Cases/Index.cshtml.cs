using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Lists;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Cases;

/// <summary>«Сопровождение»: whom the centre works with, who is to be called, how it ended; curators and their load.</summary>
public sealed class IndexModel(
    Workplace workplace, Moments moments, ListCases list, FindCases find, CountCases count, ListCurators curators, AssignCurator assign, UndoAssignment undo, ExportCases export) : CasePages(workplace)
{
    private static readonly int[] silentDays = [7, CountCases.SilentDays, 30];

    [BindProperty(SupportsGet = true, Name = "")]
    public CaseQuery Query { get; set; } = new();

    public CaseFigures Figures { get; private set; } = null!;

    public CasePage Found { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Curators { get; private set; } = [];

    /// <summary>To whom the post that led here named a curator.</summary>
    public UndoNote? JustAssigned { get; private set; }

    public bool MayExport => Workplace.Can(Permission.ExportPeople);

    private long? Own => CaseQuery.Own(Workplace);

    public CaseFilter Filter => Query.Filter(Own);

    public IReadOnlyList<SelectListItem> CuratorFilter =>
    [
        new SelectListItem("Все кураторы", CaseQuery.Everybody, Filter.CuratorId is null),
        .. Figures.Load.Select(load => new SelectListItem(load.CuratorId == Workplace.User!.Id ? $"{load.FullName} (я)" : load.FullName, Text(load.CuratorId), load.CuratorId == Filter.CuratorId)),
    ];

    public IReadOnlyList<SelectListItem> Senders => [.. Figures.Senders.Select(sender => new SelectListItem(sender.Name, Text(sender.Id), sender.Id == Query.From))];

    public IReadOnlyList<SelectListItem> Districts => [.. Figures.Districts.Select(district => new SelectListItem(district, district, district == Query.District))];

    public IReadOnlyList<SelectListItem> OutcomeItems => [.. Outcomes.Select(item => new SelectListItem(item.Text, item.Value, item.Value == Query.Outcome?.ToString()))];

    public IReadOnlyList<SelectListItem> SilentItems =>
        [.. silentDays.Select(days => new SelectListItem($"Не говорили {Russian.Count(days, "день", "дня", "дней")}", days.ToString(CultureInfo.InvariantCulture), days == Query.Silent))];

    public string Context
    {
        get
        {
            var due = Figures.Tabs[CaseTab.Due];
            var whose = Filter.CuratorId is null && Query.Tab != CaseTab.Uncurated ? "" : Filter.CuratorId == Workplace.User!.Id ? "Мои люди. " : "";
            return whose + DueWords(due);
        }
    }

    /// <summary>«С одним человеком» is said of one alone: 21 is «с 21 человеком».</summary>
    public static string DueWords(int due) => due switch
    {
        0 => "Сегодня звонить некому",
        1 => "Сегодня пора связаться с одним человеком",
        _ => $"Сегодня пора связаться с {Russian.Count(due, "человеком", "людьми", "людьми")}",
    };

    public string EmptyTitle => Query.Tab switch
    {
        CaseTab.Due => "На сегодня все звонки сделаны",
        CaseTab.Uncurated => "У всех есть куратор",
        CaseTab.Paused => "Никто не приостановлен",
        CaseTab.Closed => "Завершённых пока нет",
        CaseTab.FollowUp => "Спрашивать о работе пока некого",
        CaseTab.Unplanned => "План есть у всех",
        CaseTab.LateSteps => "Просроченных шагов нет",
        _ => "Пока никого нет",
    };

    public string EmptyWords => Query.Tab switch
    {
        CaseTab.Active => "Здесь появятся люди, которых вы примете из очереди передач",
        CaseTab.FollowUp => "Через 1, 3, 6 и 12 месяцев после трудоустройства люди появятся здесь",
        CaseTab.Paused => "Здесь ждут своего дня те, кто служит, ухаживает за ребёнком или болеет",
        _ => "Загляните в другую вкладку",
    };

    public string? Previous => Found.HasPrevious ? (Query.First() with { Before = Found.Lines[0].Id }).Href(Path) : null;

    public string? Next => Found.HasNext ? (Query.First() with { After = Found.Lines[^1].Id }).Href(Path) : null;

    public string? ChooseAllHref => Found.Count > Found.Lines.Count ? (Query.First() with { All = true }).Href(Path) : null;

    /// <summary>In the order of what is to be done first.</summary>
    public static IReadOnlyList<CaseTab> Tabs { get; } =
        [CaseTab.Active, CaseTab.Due, CaseTab.LateSteps, CaseTab.Uncurated, CaseTab.Unplanned, CaseTab.FollowUp, CaseTab.Paused, CaseTab.Closed];

    public static string Words(CaseTab tab) => tab switch
    {
        CaseTab.Due => "Пора связаться",
        CaseTab.Uncurated => "Без куратора",
        CaseTab.Paused => "Приостановлены",
        CaseTab.Closed => "Завершены",
        CaseTab.FollowUp => "Спросить о работе",
        CaseTab.Unplanned => "Без плана",
        CaseTab.LateSteps => "Просрочены шаги",
        _ => "В работе",
    };

    public string When(CaseLine line) => line.State switch
    {
        CaseState.Closed => Russian.Date(line.ClosedOn!.Value),
        CaseState.Paused => $"проснётся {Russian.Date(line.SleepsUntil!.Value)}",
        _ when line.NextContactOn is not { } next => "не назначено",
        _ when line.NextContactOn == moments.Today => "сегодня",
        _ when line.NextContactOn < moments.Today => $"просрочено с {Russian.Date(line.NextContactOn!.Value)}",
        _ => Russian.Date(line.NextContactOn!.Value),
    };

    public bool IsOverdue(CaseLine line) => line.State is CaseState.Opened or CaseState.InWork && line.NextContactOn < moments.Today;

    public Task OnGet(CancellationToken cancel)
    {
        JustAssigned = UndoNote.Take(this);
        return Load(cancel);
    }

    public async Task<IActionResult> OnPostAssign(long[] ids, long? to, CancellationToken cancel)
    {
        try
        {
            var answer = await assign.Assign(Query.All ? await find.Find(Filter, cancel) : ids, to, cancel);
            var passed = answer.Passed == 0 ? "" : $" Без изменений {Russian.Number(answer.Passed)}: это уже их куратор, или сопровождение завершено.";
            UndoNote.Leave(this, $"Куратор назначен: {Russian.Count(answer.Done, "человек", "человека", "человек")}.{passed}", answer.At);
            return Redirect(Query.First().Href(Path));
        }
        catch (RuleViolation refusal)
        {
            await Load(cancel);
            return this.NotTaken(refusal);
        }
    }

    public async Task<IActionResult> OnPostUndo(long moment, CancellationToken cancel)
    {
        var answer = await undo.Undo(UndoNote.At(moment), cancel);
        var passed = answer.Passed == 0 ? "" : $" Без изменений {Russian.Number(answer.Passed)}: с ними уже работают, или прежнему куратору закрыт вход.";
        this.TellDone(answer.Done == 0
            ? "Отменять нечего: назначение уже отменено, или с людьми уже работают."
            : $"Назначение отменено: {Russian.Count(answer.Done, "человек", "человека", "человек")}.{passed}");
        return Redirect(Query.First().Href(Path));
    }

    [Requires(Permission.ExportPeople)]
    public async Task<IActionResult> OnPostExport(CancellationToken cancel)
    {
        return await this.Table("cases.xlsx", output => export.Write(Filter, output, cancel));
    }

    public string Handler(string name, bool all = false) => QueryHelpers.AddQueryString((Query.First() with { All = all }).Href(Path), "handler", name);

    private async Task Load(CancellationToken cancel)
    {
        Figures = await count.Count(Filter.CuratorId, cancel);
        Found = await list.List(Filter, Query.After, Query.Before, Figures.CountOf(Filter), cancel);
        Curators = [.. (await curators.List(cancel)).Select(curator => new SelectListItem(curator.FullName, Text(curator.UserId)))];
    }
}
