using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Agreements;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>«Прекратить соглашение»: says what follows, and asks for day and reason.</summary>
public sealed class EndModel(Workplace workplace, Moments moments, ShowAgreement show, EndAgreement end) : AgreementPages(workplace)
{
    [BindProperty]
    [Display(Name = "Прекращается с")]
    [Required(ErrorMessage = "Укажите первый день, когда соглашение уже не действует")]
    public DateOnly? On { get; set; }

    [BindProperty]
    [Display(Name = "Причина")]
    [Required(ErrorMessage = "Напишите причину одной-двумя фразами: её прочтут обе стороны")]
    public string? Reason { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; } = -1;

    public AgreementView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        On = moments.Today;
        SeenVersion = view.Version;
        return view.MayBeChanged ? Page() : Redirect(PathOf(id));
    }

    public async Task<IActionResult> OnPost(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        try
        {
            switch (await end.End(new AgreementEnd(id, On!.Value, Reason, SeenVersion), cancel))
            {
                case null:
                    return NotFound();
                case { Conflict: { } conflict }:
                    SeenVersion = conflict.NowVersion;
                    return Told(conflict);
                default:
                    this.TellDone("Соглашение прекращено. Это видят обе стороны.");
                    return Redirect(PathOf(id));
            }
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, AgreementForm.FieldOf(refusal.Code));
        }
    }
}
