using Marshrut.Core.Imports;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Imports;

/// <summary>A page of an import that the import has left behind: written, put away, or at work.</summary>
internal static class LateImport
{
    /// <summary>Who only looks is led on; who pressed a button is told why nothing more was done.</summary>
    public static ActionResult LedOn(this PageModel page, string organization, long id, ImportState state)
    {
        var next = ImportWords.Page(state);
        if (HttpMethods.IsGet(page.Request.Method) || HttpMethods.IsHead(page.Request.Method))
        {
            return next is null ? page.NotFound() : Go(next);
        }

        page.TellRefused(ImportWords.TooLate(state));
        return Go(next ?? "Index");

        ActionResult Go(string name) => name == "Index"
            ? page.RedirectToPage(name, new { org = organization })
            : page.RedirectToPage(name, new { org = organization, Id = id });
    }
}
