using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>What the pages of agreements share: where they lead, who may change, and how a form is told of a colleague's change.</summary>
public abstract class AgreementPages(Workplace workplace) : PageModel
{
    public string Path => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/agreements";

    public bool MayEdit => workplace.Can(Permission.EditAgreements);

    /// <summary>Null: nobody changed the agreement while the form was being filled in.</summary>
    public AgreementConflict? Conflict { get; private set; }

    protected Workplace Workplace => workplace;

    public string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");

    /// <summary>The same form, what another did, and the version of now: a second press writes over it knowingly.</summary>
    protected PageResult Told(AgreementConflict conflict)
    {
        Conflict = conflict;
        return this.NotTaken();
    }
}
