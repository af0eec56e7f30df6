using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Register.Editing;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>«Добавить человека»: the required columns of a register and a few more, with whoever looks alike shown before.</summary>
public sealed class AddModel(Workplace workplace, Moments moments, AddPerson add, OpenOwnCase open, ListDistricts districts, ListProgrammeChoices programmes)
    : CardEditing(workplace, moments)
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    [BindProperty]
    public StudyForm Study { get; set; } = new();

    /// <summary>Whoever came to an employment centre by himself (З1.4) is worked with at once.</summary>
    [BindProperty]
    public bool OpenCase { get; set; } = true;

    public bool MayOpenCase => Workplace.OrganizationKind == OrganizationKind.EmploymentCentre && Workplace.Can(Permission.WorkCases);

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

        var answer = await add.Add(new NewPerson(typed, KnowsLookAlikes), cancel);
        if (answer.EnrolmentId is { } written && MayOpenCase && OpenCase)
        {
            return await ToCase(written, cancel);
        }

        return Answer(
            answer,
            "Человек добавлен в реестр. Внесите согласия и сведения — и определите риск.",
            key => FieldIn(study.ContainsKey(key) ? nameof(Study) : nameof(Input), key == "studyForm" ? "form" : key));
    }

    /// <summary>The person is in the register whatever becomes of the case.</summary>
    private async Task<IActionResult> ToCase(long enrolmentId, CancellationToken cancel)
    {
        try
        {
            var id = await open.Open(enrolmentId, Workplace.User!.Id, cancel);
            this.TellDone("Человек добавлен в реестр, сопровождение открыто. Куратор — вы.");
            return Redirect(string.Create(CultureInfo.InvariantCulture, $"/o/{Uri.EscapeDataString(Workplace.OrganizationCode)}/cases/{id}"));
        }
        catch (RuleViolation refusal)
        {
            this.TellRefused($"Человек добавлен в реестр, сопровождение не открыто. {refusal.Message}");
            return Redirect(CardPath(enrolmentId));
        }
    }

    private async Task Load(CancellationToken cancel)
    {
        ViewData["Districts"] = await DistrictChoices.Read(districts, Workplace, cancel);
        ViewData["Programmes"] = await programmes.List(Workplace.OrganizationKind, cancel);
    }
}
