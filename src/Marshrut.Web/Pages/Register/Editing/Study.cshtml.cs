using Marshrut.Core.Organizations;
using Marshrut.Core.Register.Editing;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>«Изменить обучение»: programme, course, group, graduation, status, number.</summary>
public sealed class StudyModel(Workplace workplace, Moments moments, ReadCardForm forms, EditEnrolment edit, ListProgrammeChoices programmes) : KnownCardEditing(workplace, moments, forms)
{
    [BindProperty]
    public StudyForm Input { get; set; } = new();

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        Input = StudyForm.Of(Form.Study);
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
            await edit.Edit(new EnrolmentEdit(id, Input.Typed(), Reason, SeenCard), cancel),
            "Обучение изменено. Что было и что стало — в истории.",
            key => FieldIn(nameof(Input), key == "studyForm" ? "form" : key));
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (!await ReadCard(id, cancel))
        {
            return false;
        }

        ViewData["Programmes"] = await programmes.List(Workplace.OrganizationKind, cancel);
        return true;
    }
}
