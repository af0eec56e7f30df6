using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>What the pages of agreements share: where they lead, and who may change.</summary>
public abstract class AgreementPages(Workplace workplace) : PageModel
{
    public string Path => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/agreements";

    public bool MayEdit => workplace.Can(Permission.EditAgreements);

    protected Workplace Workplace => workplace;

    public string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");
}
