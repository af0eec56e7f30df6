using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Agreements;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>«Прекратить соглашение»: says what follows, and asks for day and reason.</summary>
public sealed class EndModel(Workplace workplace, Moments moments, ShowAgreement show, EndAgreement end) : AgreementEditing(workplace, show)
{
    [BindProperty]
    [Display(Name = "Прекращается с")]
    [Required(ErrorMessage = "Укажите первый день, когда соглашение уже не действует")]
    public DateOnly? On { get; set; }

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        On = moments.Today;
        SeenVersion = View.Version;
        return View.MayBeEnded ? Page() : Redirect(PathOf(id));
    }

    public async Task<IActionResult> OnPost(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? await Answer(id, () => end.End(new AgreementEnd(id, On!.Value, Reason, SeenVersion), cancel), DoneWords)
            : this.NotTaken();
    }

    private string DoneWords => On > moments.Today
        ? $"Соглашение прекратится {Russian.Date(On.Value)}. Это видят обе стороны."
        : "Соглашение прекращено. Это видят обе стороны.";
}
