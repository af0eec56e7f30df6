using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Agreements;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>«Изменить соглашение».</summary>
public sealed class ChangeModel(Workplace workplace, ShowAgreement show, ChangeAgreement change) : AgreementPages(workplace)
{
    [BindProperty]
    public AgreementForm Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "Причина")]
    [Required(ErrorMessage = "Напишите причину одной-двумя фразами: её прочтут обе стороны")]
    public string? Reason { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; } = -1;

    public AgreementView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        if (!View.MayBeChanged)
        {
            return Redirect(PathOf(id));
        }

        Input = AgreementForm.Of(View.Terms);
        SeenVersion = View.Version;
        return Page();
    }

    public async Task<IActionResult> OnPost(long id, CancellationToken cancel)
    {
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
            switch (await change.Change(new AgreementChange(id, Input.Terms(), Reason, SeenVersion), cancel))
            {
                case null:
                    return NotFound();
                case { Conflict: { } conflict }:
                    SeenVersion = conflict.NowVersion;
                    return Told(conflict);
                default:
                    this.TellDone("Изменения записаны. Их видят обе стороны.");
                    return Redirect(PathOf(id));
            }
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, AgreementForm.FieldOf(refusal.Code));
        }
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
