using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marshrut.Core.Platform;
using Marshrut.Core.Transfers;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Transfers.Queue;

/// <summary>How many people the employment centre can take over, month by month.</summary>
public sealed class PlacesModel(Workplace workplace, Moments moments, StateFreePlaces state, CountOwnPlaces count) : QueuePages(workplace)
{
    private static readonly CultureInfo russian = CultureInfo.GetCultureInfo("ru-RU");

    [BindProperty]
    [Display(Name = "Месяц")]
    public DateOnly Month { get; set; }

    [BindProperty]
    [Display(Name = "Мест")]
    [Required(ErrorMessage = "Напишите число мест")]
    public int? Places { get; set; }

    public IReadOnlyList<(string Name, MonthlyPlaces? Places)> Stated { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Months =>
        [.. Enumerable.Range(0, 6).Select(First).Select(month => new SelectListItem(NameOf(month), month.ToString("O", CultureInfo.InvariantCulture), month == Month))];

    public Task OnGet(CancellationToken cancel)
    {
        Month = First(0);
        return Load(cancel);
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
            await state.State(Month, Places!.Value, cancel);
            this.TellDone($"Места на {NameOf(Month)} указаны.");
            return RedirectToPage();
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, refusal.Code == "month" ? nameof(Month) : nameof(Places));
        }
    }

    private DateOnly First(int ahead) => new DateOnly(moments.Today.Year, moments.Today.Month, 1).AddMonths(ahead);

    private static string NameOf(DateOnly month) => month.ToString("MMMM yyyy", russian);

    private async Task Load(CancellationToken cancel)
    {
        var rows = new List<(string, MonthlyPlaces?)>();
        foreach (var month in Enumerable.Range(0, 6).Select(First))
        {
            rows.Add((NameOf(month), await count.Count(month, cancel)));
        }

        Stated = rows;
    }
}
