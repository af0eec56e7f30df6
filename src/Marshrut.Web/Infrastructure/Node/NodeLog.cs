using Microsoft.Extensions.Logging.Console;

namespace Marshrut.Web.Infrastructure.Node;

/// <summary>
/// The log of a serving node: one line an event on standard output. It carries ids (job, request), never addresses with a search in them, names or
/// answers; what libraries say of each request and each query stays out (DOMAIN §13).
/// </summary>
public static class NodeLog
{
    public static void UseNodeLog(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(line =>
        {
            line.SingleLine = true;
            line.IncludeScopes = true;
            line.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ssK ";
            line.UseUtcTimestamp = true;
            line.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.None);
        // Lines about each request carry its address, and a search has a surname in it.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
    }
}
