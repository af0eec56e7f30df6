using Marshrut.Core.Register.Cards;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Register;

/// <summary>A card on paper: contacts, studies, consents and ordinary facts. Level and characteristics are not printed for a person, hidden facts never.</summary>
public sealed class CardPrintModel(Workplace workplace, ShowPerson show, Moments moments) : PageModel
{
    public PersonCard Card { get; private set; } = null!;

    public string Back => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/students/{Card.Shown.Id}";

    public string Organization => workplace.Place.OrganizationName!;

    public string FullName => $"{Card.Person.LastName} {Card.Person.FirstName} {Card.Person.MiddleName}".TrimEnd();

    public DateOnly Today => moments.Today;

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (await show.Show(id, FactAccess.Ordinary, cancel) is not { } card)
        {
            return NotFound();
        }

        Card = card;
        return Page();
    }
}
