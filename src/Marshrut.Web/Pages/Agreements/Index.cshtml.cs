using Marshrut.Core.Agreements;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>«Соглашения»: with whom, in force or not, how long still.</summary>
public sealed class IndexModel(Workplace workplace, ListAgreements agreements) : AgreementPages(workplace)
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public AgreementPage Found { get; private set; } = new([], 0, 0, null, null);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q);

    public string Context => Workplace.OrganizationKind == OrganizationKind.EmploymentCentre
        ? "С центрами карьеры колледжей и вузов"
        : "С центрами занятости";

    /// <summary>A tab, with what is searched for: its number counts that.</summary>
    public string Href(bool past) => QueryHelpers.AddQueryString(
        Path, new Dictionary<string, string?> { ["q"] = Q, ["past"] = past ? "true" : null }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public async Task OnGet(CancellationToken cancel) => Found = await agreements.List(new AgreementFilter(Q, Past, After, Before), cancel);
}
