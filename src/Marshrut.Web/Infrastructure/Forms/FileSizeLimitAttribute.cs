using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Marshrut.Web.Infrastructure.Forms;

/// <summary>
/// On a page that takes a file: lets the form be this large, holds the file in memory and never on disk, and answers a larger one with 413 before
/// it is read.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FileSizeLimitAttribute(int megabytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Room for the other fields of the form.</summary>
    private const int FormBytes = 1 << 20;

    private readonly int bytes = (megabytes << 20) + FormBytes;

    /// <summary>Before the check of the form's token, which reads the form.</summary>
    public int Order => 800;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (http.Request.ContentLength > bytes)
        {
            await Drain(http);

            // The page that says so must not look for its own values in a form that nobody read.
            http.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = bytes;
        }

        if (http.Request.HasFormContentType)
        {
            // An uploaded register is personal data: in plain it stands in memory alone.
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = bytes, MemoryBufferThreshold = bytes }));
        }
    }

    /// <summary>A browser reads the answer only when its file has gone through; one that is far too large is cut off instead.</summary>
    private async Task Drain(HttpContext http)
    {
        if (http.Request.ContentLength > 8L * bytes || http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } size)
        {
            return;
        }

        size.MaxRequestBodySize = null;
        var buffer = new byte[1 << 16];
        while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) > 0)
        {
            // Read away, nothing is kept.
        }
    }
}
