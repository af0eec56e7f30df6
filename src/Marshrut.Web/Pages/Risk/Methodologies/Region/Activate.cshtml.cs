using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Platform;
using Marshrut.Core.Risk.Methodologies;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

/// <summary>Brings a draft into force.</summary>
public sealed class ActivateModel(ShowMethodology show, ActivateMethodology activate, Workplace workplace, Moments moments) : PageModel
{
    public MethodologyView View { get; private set; } = null!;

    public ActivateForm Input { get; set; } = new();

    public string Version => FormattableString.Invariant($"/r/{workplace.RegionCode}/methodology/{View.Version.Id}");

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        Input = new ActivateForm { EffectiveFrom = moments.Today };
        return await Load(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(long id, [Bind(Prefix = "Input")] ActivateForm input, CancellationToken cancel)
    {
        Input = input;
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        try
        {
            await activate.Activate(id, new MethodologyDecision(input.EffectiveFrom!.Value, input.Reason, input.Document, input.DocumentDate), cancel);
            this.TellDone("Версия введена и больше не меняется. Новые уровни определим по ней с указанного дня.");
            return Redirect(Version);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, refusal.Code == "in-the-past" ? "Input.EffectiveFrom" : "");
        }
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

    public sealed class ActivateForm
    {
        [Display(Name = "Действует с")]
        [Required(ErrorMessage = "Выберите день")]
        public DateOnly? EffectiveFrom { get; set; }

        [Display(Name = "Зачем")]
        [Required(ErrorMessage = "Напишите, зачем вводится версия")]
        public string Reason { get; set; } = "";

        [Display(Name = "Документ")]
        [Required(ErrorMessage = "Напишите документ, например «Приказ № 112»")]
        public string Document { get; set; } = "";

        [Display(Name = "Дата документа")]
        public DateOnly? DocumentDate { get; set; }
    }
}
