using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Organizations;

/// <summary>One organisation: its name and basis, its staff, keys of its programs.</summary>
public sealed class OrganizationModel(ShowOrganization show, ChangeOrganization change, AddApiKey addKey, RevokeApiKey revokeKey) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public OrganizationForm Input { get; set; } = new();

    public OrganizationView View { get; private set; } = null!;

    /// <summary>Shown once.</summary>
    public AddedApiKey? NewKey { get; private set; }

    public bool HasCareerCentre => View.Organization.Kind is OrganizationKind.College or OrganizationKind.University;

    public bool DeterminesRisk => View.Organization.Kind != OrganizationKind.School;

    /// <summary>It stands in consents and agreements: a school hands nobody over.</summary>
    public bool SignsPapers => View.Organization.Kind != OrganizationKind.School;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!await Load(cancel))
        {
            return NotFound();
        }

        var organization = View.Organization;
        Input = new OrganizationForm
        {
            Name = organization.Name,
            CareerCentre = organization.CareerCentreName,
            Basis = organization.RiskBasis,
            LegalName = organization.LegalName,
            Inn = organization.Inn,
            Address = organization.Address,
        };
        return Page();
    }

    public async Task<IActionResult> OnPost([Bind(Prefix = "Input")] OrganizationForm input, CancellationToken cancel)
    {
        if (!await Load(cancel))
        {
            return NotFound();
        }

        Input = input;
        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        try
        {
            await change.Change(Code, new OrganizationChange(Input.Name, Input.CareerCentre, Input.Basis, Input.LegalName, Input.Inn, Input.Address), cancel);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, refusal.Code switch
            {
                "career-centre-misplaced" => "Input.CareerCentre",
                "inn-unusable" => "Input.Inn",
                "legal-unusable" => "Input.LegalName",
                _ => "Input.Name",
            });
        }

        this.TellDone("Изменения записаны.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAddKey([Display(Name = "Программа")] string? keyName, CancellationToken cancel)
    {
        ModelState.Clear();
        try
        {
            NewKey = await addKey.Add(Code, keyName ?? "", cancel);
        }
        catch (RuleViolation refusal) when (refusal.Code == "name-unusable")
        {
            ModelState.AddModelError(nameof(keyName), refusal.Message);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        catch (RuleViolation)
        {
            return NotFound();
        }

        return await OnGet(cancel);
    }

    public async Task<IActionResult> OnPostRevokeKey(long key, CancellationToken cancel)
    {
        try
        {
            await revokeKey.Revoke(Code, key, cancel);
            this.TellDone("Ключ отозван. Программа с ним больше не войдёт.");
        }
        catch (RuleViolation refusal)
        {
            this.TellRefused(refusal.Message);
        }

        return RedirectToPage();
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await show.Show(Code, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }

    public sealed class OrganizationForm
    {
        [Display(Name = "Название")]
        [Required(ErrorMessage = "Напишите название, как в документах")]
        public string Name { get; set; } = "";

        [Display(Name = "Название центра карьеры")]
        public string? CareerCentre { get; set; }

        [Display(Name = "Юридическое лицо")]
        public string? LegalName { get; set; }

        [Display(Name = "ИНН")]
        public string? Inn { get; set; }

        [Display(Name = "Адрес")]
        public string? Address { get; set; }

        [Display(Name = "Основание определения риска")]
        public RiskBasis Basis { get; set; }
    }
}
