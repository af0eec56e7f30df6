using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.People;
using Marshrut.Core.Register.Consents;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Register.Consents;

/// <summary>«Согласия»: given, missing, expiring, to be signed anew; blanks for a whole group and what came of them.</summary>
public sealed class IndexModel(Workplace workplace, ListConsents list, ExportConsents export, UnsignConsents undo) : ConsentPages(workplace)
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public ConsentQuery Query { get; set; } = new();

    public ConsentList Found { get; private set; } = null!;

    public IReadOnlyList<ConsentLine> Lines { get; private set; } = [];

    public UndoNote? JustSigned { get; private set; }

    public string? Previous { get; private set; }

    public string? Next { get; private set; }

    public IReadOnlyList<ConsentState> States => Query.Purpose == ConsentPurpose.Transfer
        ? Enum.GetValues<ConsentState>()
        : [.. Enum.GetValues<ConsentState>().Where(state => state != ConsentState.NamesNobody)];

    public IReadOnlyList<SelectListItem> PurposeItems => [.. Purposes.Select(purpose => new SelectListItem(Short(purpose), ConsentQuery.Code(purpose), purpose == Query.Purpose))];

    public IReadOnlyList<SelectListItem> GroupItems => [.. Found.Groups.Select(group => new SelectListItem(group, group, group == Query.Group))];

    public string Context
    {
        get
        {
            var missing = Found.Counts[ConsentState.Missing];
            return missing == 0
                ? $"{Short(Query.Purpose)}: согласия есть у всех"
                : $"{Short(Query.Purpose)}: нет согласия у {Russian.Count(missing, "человека", "человек", "человек")} из {Russian.Number(Found.All)}";
        }
    }

    public string EmptyWords => Query.State switch
    {
        ConsentState.Missing => "Согласия есть у всех",
        ConsentState.Expiring => $"В ближайшие {ConsentSituation.SoonDays} дней сроки согласий не кончаются",
        ConsentState.Outgrown => "Подписывать заново никому не нужно",
        ConsentState.NamesNobody => "Во всех согласиях указан получатель",
        ConsentState.Withdrawn => "Никто не отзывал согласия",
        _ => "Согласий ещё никто не подписал. Напечатайте бланки на группу во вкладке «Нет»",
    };

    public async Task OnGet(CancellationToken cancel)
    {
        JustSigned = UndoNote.Take(this);
        Found = await list.List(Query.Filter, cancel);
        TakePage();
    }

    [Requires(Permission.ExportPeople)]
    public IActionResult OnPostBlanks(long[] ids) => Chosen(ids, "/blanks");

    [Requires(Permission.EditPeople)]
    public IActionResult OnPostSign(long[] ids) => Chosen(ids, "/sign");

    [Requires(Permission.EditPeople)]
    public async Task<IActionResult> OnPostUndo(long moment, CancellationToken cancel)
    {
        var answer = await undo.Undo(UndoNote.At(moment), cancel);
        var kept = answer.Kept == 0 ? "" : $" {Russian.Count(answer.Kept, "запись осталась", "записи остались", "записей остались")}: с тех пор человека передали или согласие изменилось.";
        this.TellDone(
            answer.Undone == 0 ? $"Отменять нечего.{kept}" : $"Запись отменена: {Russian.Count(answer.Undone, "согласие", "согласия", "согласий")}.{kept}",
            answer.Undone == 0 ? Tone.Wait : Tone.Good);
        return Redirect(Query.First().Href(Path));
    }

    [Requires(Permission.ExportPeople)]
    public async Task<IActionResult> OnPostExport(CancellationToken cancel)
    {
        return await this.Table("consents.xlsx", output => export.Write(Query.Filter, output, cancel));
    }

    public string Handler(string name) => QueryHelpers.AddQueryString(Query.First().Href(Path), "handler", name);

    private IActionResult Chosen(long[] ids, string page)
    {
        if (ids.Length == 0)
        {
            this.TellRefused("Никто не выбран. Отметьте людей в списке.");
            return Redirect(Query.First().Href(Path));
        }

        return Redirect(QueryHelpers.AddQueryString(
            (new ConsentQuery { PurposeCode = Query.PurposeCode }).Href(Path + page),
            ids.Distinct().Take(PageSize).Select(id => KeyValuePair.Create("ids", (string?)id.ToString(CultureInfo.InvariantCulture)))));
    }

    /// <summary>By the key of a line: whoever vanished meanwhile moves nobody from page to page.</summary>
    private void TakePage()
    {
        var all = Found.Found.ToList();
        var first = Query.After is { } after ? all.FindIndex(line => line.EnrolmentId == after) + 1
            : Query.Before is { } before ? Math.Max(0, all.FindIndex(line => line.EnrolmentId == before) - PageSize)
            : 0;
        Lines = [.. all.Skip(first).Take(PageSize)];
        Previous = first > 0 ? (Query.First() with { Before = Lines.Count > 0 ? Lines[0].EnrolmentId : null }).Href(Path) : null;
        Next = first + Lines.Count < all.Count ? (Query.First() with { After = Lines[^1].EnrolmentId }).Href(Path) : null;
    }
}
