using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Marshrut.Tests.TestSites;

/// <summary>
/// Marks an answer whose page began its work: a page that finds nothing answers 404 as well, and only this tells it from one that the user may not open.
/// </summary>
public sealed class ReachedPages : IPageFilter
{
    public const string Header = "X-Test-Reached";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        if (context.ActionDescriptor.EndpointMetadata?.OfType<AccessRule>().Any() == true)
        {
            context.HttpContext.Response.Headers[Header] = "1";
        }
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
