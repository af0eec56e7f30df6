using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Agreements;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>«Новое соглашение»: enters a signed one.</summary>
public sealed class AddModel(Workplace workplace, AddAgreement add, ListAgreementParties parties) : AgreementPages(workplace)
{
    [BindProperty]
    [Display(Name = "Другая сторона")]
    [Required(ErrorMessage = "Выберите другую сторону")]
    public string? Party { get; set; }

    [BindProperty]
    public AgreementForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Parties { get; private set; } = [];

    public bool WithCentre => Workplace.OrganizationKind != OrganizationKind.EmploymentCentre;

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await Load(cancel);
        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        try
        {
            var id = await add.Add(new NewAgreement(Party!, Input.Terms()), cancel);
            this.TellDone("Соглашение добавлено. Его видят обе стороны.");
            return Redirect(PathOf(id));
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, AgreementForm.FieldOf(refusal.Code));
        }
    }

    private async Task Load(CancellationToken cancel) => Parties = [.. (await parties.List(cancel)).Select(party => new SelectListItem(party.Name, party.Code))];
}
