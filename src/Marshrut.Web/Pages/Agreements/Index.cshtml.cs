using Marshrut.Core.Agreements;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

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

    public AgreementPage Found { get; private set; } = new([], 0, 0, null);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q);

    public string Context => Workplace.OrganizationKind == OrganizationKind.EmploymentCentre
        ? "С центрами карьеры колледжей и вузов"
        : "С центрами занятости";

    public async Task OnGet(CancellationToken cancel) => Found = await agreements.List(new AgreementFilter(Q, Past, After), cancel);
}
