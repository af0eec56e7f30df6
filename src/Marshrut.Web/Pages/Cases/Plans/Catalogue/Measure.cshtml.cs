using System.Globalization;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases.Plans.Catalogue;

/// <summary>One measure: words, who, how long, what it proves.</summary>
public sealed class MeasureModel(Workplace workplace, ReadCatalogue read, ChangeCatalogue change) : CataloguePages(workplace, read, change)
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Details { get; set; }

    [BindProperty]
    public StepResponsible Responsible { get; set; } = StepResponsible.Person;

    [BindProperty]
    public string? Days { get; set; }

    [BindProperty]
    public FactCode? Fact { get; set; }

    [BindProperty]
    public bool IsUsed { get; set; } = true;

    /// <summary>Null: a new one.</summary>
    public Measure? Known { get; private set; }

    public IReadOnlyList<SelectListItem> Whom => [.. PlanPages.Responsibles.Select(one => new SelectListItem(one.Text, one.Value, one.Value == Responsible.ToString()))];

    public IReadOnlyList<SelectListItem> Facts => [.. FactItems.Select(one => new SelectListItem(one.Text, one.Value, one.Value == Fact?.ToString()))];

    public async Task<IActionResult> OnGet(string code, CancellationToken cancel)
    {
        if (!await Find(code, cancel))
        {
            return NotFound();
        }

        if (Known is { } known)
        {
            (Title, Details, Responsible, Days, Fact, IsUsed) = (known.Title, known.Details, known.Responsible, known.Days.ToString(CultureInfo.InvariantCulture), known.Fact, known.IsUsed);
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(string code, CancellationToken cancel)
    {
        if (!await Find(code, cancel))
        {
            return NotFound();
        }

        var title = Spaces.Collapse(Title ?? "");
        return await Write(
            catalogue =>
            {
                var days = int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new RuleViolation("no-days", "Срок — целое число дней: 30.");
                var details = Spaces.Collapse(Details ?? "");
                var measure = new Measure(Known?.Code ?? NextCode("measure", catalogue.Measures.Select(one => one.Code)), title, details.Length == 0 ? null : details, Responsible, days, Fact, IsUsed);
                return catalogue with { Measures = Known is null ? [.. catalogue.Measures, measure] : [.. catalogue.Measures.Select(one => one.Code == measure.Code ? measure : one)] };
            },
            $"мера «{title}»",
            Known is null ? "Мера добавлена в каталог." : "Мера изменена. Готовые планы остались прежними.",
            cancel);
    }

    private async Task<bool> Find(string code, CancellationToken cancel)
    {
        await Load(cancel);
        Known = Held.Find(code);
        return code == New || Known is not null;
    }
}
