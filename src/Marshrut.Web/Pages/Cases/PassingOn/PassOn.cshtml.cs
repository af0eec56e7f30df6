using Marshrut.Core.Cases;
using Marshrut.Core.Cases.PassingOn;
using Marshrut.Rules.Cases;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases.PassingOn;

/// <summary>Gives a person who has moved on to the ЦЗН of another district.</summary>
public sealed class PassOnModel(Workplace workplace, ShowCase show, FindOtherOffices others, PassOnCase pass) : CasePages(workplace)
{
    [BindProperty]
    public long? To { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Version of the case that the form was filled in for.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public CaseCard Card { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    public string FullName => $"{Card.Line.LastName} {Card.Line.FirstName} {Card.Line.MiddleName}".TrimEnd();

    public string CasePath => PathOf(Card.Line.Id);

    public bool IsOpen => Card.Line.State != CaseState.Closed;

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPost(long id, CancellationToken cancel) => Act(
        () => Load(id, cancel),
        () => pass.PassOn(new PassOnInput(id, To, Words, Seen), cancel),
        "Сопровождение завершено, человек передан: другой центр увидит его в очереди через минуту.",
        PathOf(id));

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, special: false, cancel) is not { ItemId: not null } card)
        {
            return false;
        }

        Card = card;
        Offices = [.. (await others.Find(cancel)).Select(office => new SelectListItem(
            office.Districts.Count == 0 ? office.Name : $"{office.Name} ({string.Join(", ", office.Districts)})", Text(office.Id), office.Id == To))];
        return true;
    }
}
