using Marshrut.Core.Organizations;
using Marshrut.Core.Register.Editing;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>«Добавить обучение»: one person in several studies.</summary>
public sealed class AddStudyModel(Workplace workplace, Moments moments, ReadCardForm forms, AddEnrolment add, ListProgrammeChoices programmes) : KnownCardEditing(workplace, moments, forms)
{
    [BindProperty]
    public StudyForm Input { get; set; } = new();

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        Input.Status = StudyForm.Statuses[0].Value;
        return await Load(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        return Answer(
            await add.Add(new NewEnrolment(id, Input.Typed(), Reason), cancel),
            "Обучение добавлено. Уровень риска по нему ещё не определён.",
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
