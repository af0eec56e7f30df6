using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Plans;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Cases.Plans.Catalogue;

/// <summary>Measures and sets that the region's employment centres put plans together from.</summary>
public sealed class IndexModel(Workplace workplace, ReadCatalogue read, ChangeCatalogue change) : CataloguePages(workplace, read, change)
{
    public bool MayEdit => Workplace.Can(Permission.EditMethodology);

    public string Context => Catalogue.Version == 0 ? "Федеральный каталог: регион его ещё не менял" : $"Каталог региона, изменений: {Catalogue.Version}";

    /// <summary>Neutral titles: what a set is for may be a special circumstance, a methodologist sees no people.</summary>
    public static string ForWhom(PlanSet set) => set.For.Count == 0 ? "выбирают вручную" : string.Join(", ", set.For.Select(number => Characteristics.Get(number).ShortName));

    public Task OnGet(CancellationToken cancel) => Load(cancel);
}
