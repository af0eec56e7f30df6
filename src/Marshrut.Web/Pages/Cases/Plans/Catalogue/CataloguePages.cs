using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Platform;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases.Plans.Catalogue;

/// <summary>What the pages of the catalogue share.</summary>
public abstract class CataloguePages(Workplace workplace, ReadCatalogue read, ChangeCatalogue change) : PageModel
{
    public const string New = "new";

    /// <summary>Facts that a measure can prove.</summary>
    private static readonly FactCode[] facts = [FactCode.FieldExperience, FactCode.EmployerContact, FactCode.JobSearchPreparation, FactCode.CertainWorkplace];

    public RegionCatalogue Catalogue { get; private set; } = null!;

    public PlanCatalogue Held => Catalogue.Content;

    public string Path => $"/r/{workplace.RegionCode}/measures";

    /// <summary>Version of the catalogue that the form was filled in for.</summary>
    [BindProperty]
    public int Seen { get; set; }

    protected Workplace Workplace => workplace;

    public static IReadOnlyList<SelectListItem> FactItems => [.. facts.Select(fact => new SelectListItem(Characteristics.Of(fact).ShortName, fact.ToString()))];

    /// <summary>«нет опыта»: what will not count any more; null: nothing.</summary>
    public static string? Removes(Measure measure) => measure.Fact is { } fact ? Characteristics.Of(fact).ShortName : null;

    protected async Task Load(CancellationToken cancel) => Catalogue = await read.Read(cancel);

    protected async Task<IActionResult> Write(Func<PlanCatalogue, PlanCatalogue> edit, string what, string done, CancellationToken cancel)
    {
        try
        {
            await change.Change(Seen, edit, what, cancel);
            this.TellDone(done);
            return Redirect(Path);
        }
        catch (RuleViolation refusal)
        {
            await Load(cancel);
            ModelState.Remove(nameof(Seen));
            return this.NotTaken(refusal);
        }
    }

    /// <summary>A code for what is new: the first that is free.</summary>
    protected static string NextCode(string prefix, IEnumerable<string> taken)
    {
        var known = taken.ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(number => FormattableString.Invariant($"{prefix}-{number}")).First(code => !known.Contains(code));
    }
}
