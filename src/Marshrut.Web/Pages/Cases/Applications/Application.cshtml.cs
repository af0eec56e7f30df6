using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Applications;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases.Applications;

/// <summary>Records what a person has on ЕЦП, tells a new state of it, or takes a mistake away.</summary>
public sealed class ApplicationModel(Workplace workplace, Moments moments, ShowCase show, ShowCaseDetails details, RecordApplication record, RemoveApplication remove) : CasePages(workplace)
{
    [BindProperty]
    public ServiceKind? Kind { get; set; }

    [BindProperty]
    public string? FiledOn { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public ServiceState? State { get; set; }

    [BindProperty]
    public string? StateOn { get; set; }

    /// <summary>Version of the case that the form was filled in for.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public CaseCard Card { get; private set; } = null!;

    /// <summary>Null: a new one.</summary>
    public ApplicationLine? Known { get; private set; }

    public string FullName => $"{Card.Line.LastName} {Card.Line.FirstName} {Card.Line.MiddleName}".TrimEnd();

    public string CasePath => PathOf(Card.Line.Id);

    public string Here => CasePath + "/applications" + (Known is { } known ? "/" + Text(known.Id) : "");

    public IReadOnlyList<SelectListItem> Kinds =>
        [.. Enum.GetValues<ServiceKind>().Select(kind => new SelectListItem((kind.IsTrace ? "" : "Заявление: ") + ServiceWords.Kind(kind), kind.ToString(), kind == Kind))];

    public IReadOnlyList<SelectListItem> States =>
        [.. Enum.GetValues<ServiceState>().Select(state => new SelectListItem(ServiceWords.State(state), state.ToString(), state == (State ?? Known?.State ?? ServiceState.Filed)))];

    public async Task<IActionResult> OnGet(long id, long? application, CancellationToken cancel)
    {
        if (!await Load(id, application, cancel))
        {
            return NotFound();
        }

        FiledOn = Russian.Date(moments.Today);
        StateOn = Known?.StateOn is { } on ? Russian.Date(on) : null;
        return Page();
    }

    public async Task<IActionResult> OnPost(long id, long? application, CancellationToken cancel) => await Act(
        () => Load(id, application, cancel),
        () => record.Record(new ApplicationInput(id, application, Known?.Kind ?? Kind, Known?.FiledOn ?? Day(FiledOn), Known?.Number ?? Number, State, Day(StateOn), Seen), cancel),
        "Записано.",
        PathOf(id));

    public async Task<IActionResult> OnPostRemove(long id, long application, CancellationToken cancel) =>
        await Act(() => Load(id, application, cancel), () => remove.Remove(id, application, cancel), "Запись убрана.", PathOf(id));

    private async Task<bool> Load(long id, long? application, CancellationToken cancel)
    {
        if (await show.Show(id, special: false, cancel) is not { Line.State: not CaseState.Closed } card)
        {
            return false;
        }

        Card = card;
        Known = application is { } asked ? (await details.Show(card, cancel)).Applications.FirstOrDefault(one => one.Id == asked) : null;
        return application is null || Known is not null;
    }
}
