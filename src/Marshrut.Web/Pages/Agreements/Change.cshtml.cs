using Marshrut.Core.Agreements;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>«Изменить соглашение».</summary>
public sealed class ChangeModel(Workplace workplace, ShowAgreement show, ChangeAgreement change) : AgreementEditing(workplace, show)
{
    [BindProperty]
    public AgreementForm Input { get; set; } = new();

    /// <summary>Field → text that the form began from: what the user did not touch is not written over another's change.</summary>
    [BindProperty]
    public Dictionary<string, string?> Seen { get; set; } = [];

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
        Seen = Input.Texts();
        SeenVersion = View.Version;
        return Page();
    }

    public async Task<IActionResult> OnPost(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? await Answer(id, () => change.Change(new AgreementChange(id, Input.Terms(), Reason, SeenVersion), cancel), "Изменения записаны. Их видят обе стороны.")
            : this.NotTaken();
    }

    protected override void TakeOver(AgreementConflict conflict)
    {
        var typed = Input.Texts();
        var now = AgreementForm.Of(conflict.Now).Texts();
        var merged = new Dictionary<string, string?>(now);
        foreach (var (name, text) in typed)
        {
            var isOwn = !Seen.TryGetValue(name, out var seen) || (seen ?? "") != (text ?? "");
            if (!isOwn)
            {
                continue;
            }

            merged[name] = text;
            if ((now[name] ?? "") != (text ?? "") && (now[name] ?? "") != (seen ?? ""))
            {
                ModelState.AddModelError($"{nameof(Input)}.{name}", $"Это поле изменил и другой. Сейчас записано: {AgreementForm.Shown(name, now[name])}. Нажмёте ещё раз — запишется ваше.");
            }
        }

        Input = AgreementForm.Of(merged);
        Seen = now;
    }
}
