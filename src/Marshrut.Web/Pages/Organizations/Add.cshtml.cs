using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Organizations;

/// <summary>Adds an organisation. On this page, unlike the command, a known code is a mistake to be told.</summary>
public sealed class AddModel(AddOrganization add, ShowOrganizationName known, ListRegions regions) : PageModel
{
    [BindProperty]
    public OrganizationForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Regions { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        ModelState.Clear();
        await Load(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await Load(cancel);
        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        try
        {
            if (await known.Show(Input.Code.Trim(), cancel) is { } name)
            {
                throw new RuleViolation("code-taken", $"Код уже занят: «{name}». Выберите другой.");
            }

            var added = await add.Add(new NewOrganization(Input.Kind!.Value, Input.Code, Input.Name, Input.Region, Input.CareerCentre), cancel);
            this.TellDone("Организация добавлена. Теперь выдайте роли её сотрудникам.");
            return RedirectToPage("Organization", new { code = added.Organization.Code });
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, refusal.Code switch
            {
                "code-taken" or "code-unusable" => "Input.Code",
                "name-unusable" => "Input.Name",
                "region-unknown" => "Input.Region",
                "career-centre-misplaced" => "Input.CareerCentre",
                _ => "",
            });
        }
    }

    private async Task Load(CancellationToken cancel) =>
        Regions = [.. (await regions.List(cancel)).Select(region => new SelectListItem($"{region.Code} {region.Name}", region.Code))];

    public sealed class OrganizationForm
    {
        [Display(Name = "Вид")]
        [Required(ErrorMessage = "Выберите вид организации")]
        public OrganizationKind? Kind { get; set; }

        [Display(Name = "Название")]
        [Required(ErrorMessage = "Напишите название, как в документах")]
        public string Name { get; set; } = "";

        [Display(Name = "Код")]
        [Required(ErrorMessage = "Придумайте код, например kolledzh-1")]
        public string Code { get; set; } = "";

        [Display(Name = "Регион")]
        [Required(ErrorMessage = "Выберите регион")]
        public string Region { get; set; } = "";

        [Display(Name = "Название центра карьеры")]
        public string? CareerCentre { get; set; }
    }
}
