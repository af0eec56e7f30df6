using System.Globalization;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Transfers.Queue;

/// <summary>What the receiver's pages of transfers share.</summary>
public abstract class QueuePages(Workplace workplace) : PageModel
{
    public string Organization => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}";

    public string Path => Organization + "/queue";

    public string PathOf(long itemId) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{itemId}");

    protected Workplace Workplace => workplace;
}
