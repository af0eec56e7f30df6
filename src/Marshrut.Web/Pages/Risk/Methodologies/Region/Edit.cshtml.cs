using Marshrut.Core.Platform;
using Marshrut.Core.Risk.Methodologies;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

/// <summary>A draft: parameters, and deviations that are added and removed one by one.</summary>
public sealed class EditModel(ShowMethodology show, ChangeMethodology change, Workplace workplace) : PageModel
{
    public MethodologyView View { get; private set; } = null!;

    public MethodologyForm Input { get; set; } = new();

    public OverrideForm Over { get; set; } = new();

    public string Version => FormattableString.Invariant($"/r/{workplace.RegionCode}/methodology/{View.Version.Id}");

    public static IEnumerable<SelectListItem> Scopes =>
    [
        new("направление с кодом", "programme"),
        .. Enum.GetValues<EducationLevel>().Where(level => level != EducationLevel.School).Select(level => new SelectListItem(MethodologyWords.Of(level), "category:" + level)),
        .. Enum.GetValues<OrganizationKind>().Where(kind => kind != OrganizationKind.School).Select(kind => new SelectListItem(MethodologyWords.Of(kind), "kind:" + kind)),
    ];

    public static IEnumerable<SelectListItem> Changes =>
    [
        new("№ 1: множитель", "ratio"), new("№ 1: общий уровень занятости, %", "rate"), new("№ 1: наименьший выпуск", "cohort"),
        new("вес характеристики", "weight"), new("учитывается ли характеристика, да или нет", "enabled"),
    ];

    public static IEnumerable<SelectListItem> RecordRules =>
        Enum.GetValues<RecordsRule>().Select(rule => new SelectListItem(MethodologyWords.Of(rule), rule.ToString()));

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        Input = MethodologyForm.Of(View.Parameters);
        return Page();
    }

    public async Task<IActionResult> OnPost(long id, [Bind(Prefix = "Input")] MethodologyForm input, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        Input = input;
        if (input.ApplyTo(View.Parameters) is not { } parameters)
        {
            ModelState.AddModelError("Input.Ratio", "Множитель не читается. Напишите число, например 2 или 1,6");
            return this.NotTaken();
        }

        return ModelState.IsValid ? await Write(id, parameters, "Изменения записаны в черновик.", cancel) : this.NotTaken();
    }

    public async Task<IActionResult> OnPostAdd(long id, [Bind(Prefix = "Over")] OverrideForm over, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        Input = MethodologyForm.Of(View.Parameters);
        Over = over;
        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        var (read, problem) = over.Read(PersonalName.Short(workplace.User!.FullName));
        if (read is null)
        {
            ModelState.AddModelError("", problem!);
            return this.NotTaken();
        }

        return await Write(id, View.Parameters with { Overrides = View.Parameters.Overrides.Add(read) }, "Особое значение добавлено.", cancel);
    }

    public async Task<IActionResult> OnPostRemove(long id, int position, CancellationToken cancel)
    {
        if (!await Load(id, cancel) || position < 0 || position >= View.Parameters.Overrides.Length)
        {
            return NotFound();
        }

        return await Write(id, View.Parameters with { Overrides = View.Parameters.Overrides.RemoveAt(position) }, "Особое значение убрано.", cancel);
    }

    private async Task<IActionResult> Write(long id, MethodologyParameters parameters, string done, CancellationToken cancel)
    {
        try
        {
            await change.Change(id, parameters, cancel);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal);
        }

        this.TellDone(done);
        return Redirect(Version + "/edit");
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { Editable: true } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
