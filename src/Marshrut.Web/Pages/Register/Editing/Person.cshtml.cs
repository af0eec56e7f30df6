using Marshrut.Core.Organizations;
using Marshrut.Core.Register.Editing;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>«Изменить»: names, birth date, СНИЛС, contacts, districts.</summary>
public sealed class PersonModel(Workplace workplace, Moments moments, ReadCardForm forms, EditPerson edit, ListDistricts districts) : KnownCardEditing(workplace, moments, forms)
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        Input = PersonForm.Of(Form.Person);
        See(Form.Seen);
        return Page();
    }

    public async Task<IActionResult> OnPost(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        return Answer(
            await edit.Edit(new PersonEdit(id, Input.Typed(), Reason, SeenCard, KnowsLookAlikes), cancel),
            "Изменения записаны. Что было и что стало — в истории.",
            key => FieldIn(nameof(Input), key));
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (!await ReadCard(id, cancel))
        {
            return false;
        }

        ViewData["Districts"] = await DistrictChoices.Read(districts, Workplace, cancel);
        return true;
    }
}
