using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Language;
using Marshrut.Rules.Profiling;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Profiling.Requests;

/// <summary>«Запросы»: what people want help with, who answers for it, what came of it.</summary>
public sealed class IndexModel(Workplace workplace, ListRequests list, ListRequestTypes types, ListResponsible staff, ExportRequests export) : RequestPages(workplace)
{
    [BindProperty(SupportsGet = true, Name = "")]
    public RequestQuery Query { get; set; } = new();

    public RequestPage Found { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Titles { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<SelectListItem> TypeItems { get; private set; } = [];

    public IReadOnlyList<SelectListItem> StaffItems { get; private set; } = [];

    public static IReadOnlyList<(RequestState State, string Words)> Tabs { get; } =
        [(RequestState.Open, "Ждут ответственного"), (RequestState.InWork, "В работе"), (RequestState.Met, "Выполнены"), (RequestState.Withdrawn, "Отозваны")];

    public bool HasEnded => Query.Filter.State is RequestState.Met or RequestState.Withdrawn;

    public string Context => (Found.Counts.GetValueOrDefault(RequestState.Open), Found.Counts.GetValueOrDefault(RequestState.InWork)) switch
    {
        (0, 0) => "Открытых запросов нет",
        (0, var work) => $"В работе {Russian.Count(work, "запрос", "запроса", "запросов")}",
        (var open, 0) => $"Без ответственного {Russian.Count(open, "запрос", "запроса", "запросов")}",
        (var open, var work) => $"Без ответственного {Russian.Count(open, "запрос", "запроса", "запросов")}, в работе {Russian.Number(work)}",
    };

    public string? Previous => Found.HasPrevious ? (Query.First() with { Before = Found.Lines[0].Id }).Href(Path) : null;

    public string? Next => Found.HasNext ? (Query.First() with { After = Found.Lines[^1].Id }).Href(Path) : null;

    public (string Title, string Words) Empty => Query.Filter.State switch
    {
        RequestState.Open => ("Без ответственного запросов нет", "Запрос записывают в карточке человека: с чем ему помочь"),
        RequestState.InWork => ("В работе ничего нет", "Назначьте ответственного за запрос: он появится здесь"),
        RequestState.Met => ("Выполненных пока нет", "Когда запрос выполнен, откройте его и запишите, что сделано"),
        _ => ("Никто не отзывал запросы", "Загляните в другую вкладку"),
    };

    public string Title(RequestLine line) => Titles.GetValueOrDefault(line.Type, line.Type);

    public async Task OnGet(CancellationToken cancel)
    {
        Found = await list.List(Query.Filter, Query.After, Query.Before, cancel);
        var known = await types.List(cancel);
        Titles = known.ToDictionary(type => type.Code, type => type.Title);
        TypeItems = [.. known.Select(type => new SelectListItem(type.Title, type.Code, type.Code == Query.Type))];
        StaffItems = [.. (await staff.List(cancel)).Select(one => new SelectListItem(
            one.UserId == Workplace.User!.Id ? $"{one.FullName} (я)" : one.FullName, one.UserId.ToString(CultureInfo.InvariantCulture), one.UserId == Query.By))];
    }

    [Requires(Permission.ExportPeople)]
    public async Task<IActionResult> OnPostExport(CancellationToken cancel) => await this.Table("requests.xlsx", output => export.Write(Query.Filter, output, cancel));

    public string Handler(string name) => QueryHelpers.AddQueryString(Query.First().Href(Path), "handler", name);
}
