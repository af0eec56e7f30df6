using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marshrut.Core.People;
using Marshrut.Core.Register.Consents;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Register.Consents;

/// <summary>«Изменить текст»: adopts a new version.</summary>
public sealed class ChangeModel(Workplace workplace, FindConsentText find, AdoptConsentText adopt) : ConsentPages(workplace)
{
    public ConsentPurpose What { get; private set; }

    [BindProperty]
    [Display(Name = "Текст")]
    public string? Text { get; set; }

    [BindProperty]
    [Display(Name = "Срок действия")]
    public string? TermMonths { get; set; }

    [BindProperty]
    public int SeenNumber { get; set; }

    /// <summary>Adopted by somebody else meanwhile.</summary>
    public ConsentTextVersion? Newer { get; private set; }

    public async Task<IActionResult> OnGet(string purpose, CancellationToken cancel)
    {
        if (!Read(purpose))
        {
            return NotFound();
        }

        var current = (await find.Find(What, cancel))[0];
        (Text, TermMonths, SeenNumber) = (current.Text, current.TermMonths?.ToString(CultureInfo.InvariantCulture), current.Number);
        return Page();
    }

    public async Task<IActionResult> OnPost(string purpose, CancellationToken cancel)
    {
        if (!Read(purpose))
        {
            return NotFound();
        }

        var term = int.TryParse(TermMonths, NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : string.IsNullOrWhiteSpace(TermMonths) ? (int?)null : 0;
        var answer = await adopt.Adopt(new ConsentTextDraft(What, Text, term, SeenNumber), cancel);
        if (answer.Number is { } number)
        {
            this.TellDone($"Действует версия {number}. Бланки печатаются по ней.");
            return Redirect(Path + "/texts");
        }

        foreach (var (field, sentence) in answer.Problems)
        {
            ModelState.AddModelError(field == "text" ? nameof(Text) : nameof(TermMonths), sentence);
        }

        if (answer.Newer is { } newer)
        {
            // The next press knows of it.
            Newer = newer;
            ModelState.Remove(nameof(SeenNumber));
            SeenNumber = newer.Number;
        }

        return this.NotTaken();
    }

    private bool Read(string code)
    {
        if (Purposes.FirstOrDefault(purpose => ConsentQuery.Code(purpose) == code) is not (var found and not 0))
        {
            return false;
        }

        What = found;
        return true;
    }
}
