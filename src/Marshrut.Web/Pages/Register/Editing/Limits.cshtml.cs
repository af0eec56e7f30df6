using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Register.Editing;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>«Рекомендации по условиям труда»: health data, written but not shown here.</summary>
public sealed class LimitsModel(Workplace workplace, Moments moments, ReadCardForm forms, WriteWorkLimits write) : KnownCardEditing(workplace, moments, forms)
{
    [BindProperty]
    [Display(Name = "Рекомендации")]
    public string? Text { get; set; }

    [BindProperty]
    [Display(Name = "Документ")]
    public string? Document { get; set; }

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (!await ReadCard(id, cancel))
        {
            return NotFound();
        }

        See(Form.Seen);
        return Page();
    }

    public async Task<IActionResult> OnPost(long id, CancellationToken cancel)
    {
        if (!await ReadCard(id, cancel))
        {
            return NotFound();
        }

        return Answer(
            await write.Write(new WorkLimitsByHand(id, Text, Document, Reason, SeenCard), cancel),
            "Рекомендации записаны.",
            key => $"{char.ToUpperInvariant(key[0])}{key[1..]}");
    }
}
