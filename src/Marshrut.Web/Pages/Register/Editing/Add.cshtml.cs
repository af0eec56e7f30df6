using Marshrut.Core.Organizations;
using Marshrut.Core.Register.Editing;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>«Добавить человека»: the required columns of a register and a few more, with whoever looks alike shown before.</summary>
public sealed class AddModel(Workplace workplace, Moments moments, AddPerson add, ListDistricts districts, ListProgrammeChoices programmes) : CardEditing(workplace, moments)
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    [BindProperty]
    public StudyForm Study { get; set; } = new();

    public async Task OnGet(CancellationToken cancel)
    {
        Study.Status = StudyForm.Statuses[0].Value;
        await Load(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await Load(cancel);
        var typed = Input.Typed();
        var study = Study.Typed();
        foreach (var (key, text) in study)
        {
            typed[key] = text;
        }

        return Answer(
            await add.Add(new NewPerson(typed, KnowsLookAlikes), cancel),
            "Человек добавлен в реестр. Внесите согласия и сведения — и определите риск.",
            key => FieldIn(study.ContainsKey(key) ? nameof(Study) : nameof(Input), key == "studyForm" ? "form" : key));
    }

    private async Task Load(CancellationToken cancel)
    {
        ViewData["Districts"] = await DistrictChoices.Read(districts, Workplace, cancel);
        ViewData["Programmes"] = await programmes.List(Workplace.OrganizationKind, cancel);
    }
}
