using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Infrastructure.Forms;

/// <summary>A table that streams down as a file while it is written.</summary>
public static class FileAnswers
{
    /// <param name="page">Answers with the file.</param>
    /// <param name="name">«cases.xlsx» or «….csv»: never a person's.</param>
    /// <param name="write">Writes into the answer; the journal is told in it before the first row.</param>
    public static async Task<IActionResult> Table(this PageModel page, string name, Func<Stream, Task> write)
    {
        // The writer of xlsx packs as it goes and knows only synchronous writing.
        page.HttpContext.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        page.Response.ContentType = name.EndsWith(".csv", StringComparison.Ordinal)
            ? "text/csv; charset=utf-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        page.Response.Headers.ContentDisposition = $"attachment; filename={name}";
        await write(page.Response.Body);
        return new EmptyResult();
    }
}
