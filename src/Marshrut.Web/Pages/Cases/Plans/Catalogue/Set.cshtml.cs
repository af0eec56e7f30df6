using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cases.Plans.Catalogue;

/// <summary>One set: a goal, to whom it is proposed, its steps.</summary>
public sealed class SetModel(Workplace workplace, ReadCatalogue read, ChangeCatalogue change) : CataloguePages(workplace, read, change)
{
    [BindProperty]
    public string? Goal { get; set; }

    [BindProperty]
    public int[] For { get; set; } = [];

    [BindProperty]
    public string[] Measures { get; set; } = [];

    [BindProperty]
    public bool IsUsed { get; set; } = true;

    /// <summary>Null: a new one.</summary>
    public PlanSet? Known { get; private set; }

    public static IEnumerable<Characteristic> Choices => Characteristics.Federal;

    public async Task<IActionResult> OnGet(string code, CancellationToken cancel)
    {
        if (!await Find(code, cancel))
        {
            return NotFound();
        }

        if (Known is { } known)
        {
            (Goal, For, Measures, IsUsed) = (known.Goal, [.. known.For], [.. known.Measures], known.IsUsed);
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(string code, CancellationToken cancel)
    {
        if (!await Find(code, cancel))
        {
            return NotFound();
        }

        var goal = Spaces.Collapse(Goal ?? "");
        return await Write(
            catalogue =>
            {
                // Steps go in the order of the catalogue; those of a known set keep theirs.
                var order = (Known?.Measures ?? []).Concat(catalogue.Measures.Select(one => one.Code)).Distinct().ToList();
                var set = new PlanSet(Known?.Code ?? NextCode("set", catalogue.Sets.Select(one => one.Code)), goal, [.. For.Distinct().Order()], [.. order.Where(Measures.Contains)], IsUsed);
                return catalogue with { Sets = Known is null ? [.. catalogue.Sets, set] : [.. catalogue.Sets.Select(one => one.Code == set.Code ? set : one)] };
            },
            $"набор «{goal}»",
            Known is null ? "Набор добавлен." : "Набор изменён. Готовые планы остались прежними.",
            cancel);
    }

    private async Task<bool> Find(string code, CancellationToken cancel)
    {
        await Load(cancel);
        Known = Held.Sets.FirstOrDefault(set => set.Code == code);
        return code == New || Known is not null;
    }
}
