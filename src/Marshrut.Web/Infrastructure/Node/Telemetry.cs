using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Marshrut.Web.Infrastructure.Node;

/// <summary>
/// Traces and figures to a collector of the installation, only where one is named (<c>Telemetry:Otlp</c> or <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>):
/// otherwise nothing is gathered and nothing leaves.
/// </summary>
public static class Telemetry
{
    /// <exception cref="FormatException">The address is not one; the message names the setting, in Russian.</exception>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        if (Collector(settings) is not { } collector)
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("marshrut"))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(options =>
                {
                    options.RecordException = false;
                    // A search has a surname in it; the path has ids alone.
                    options.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null);
                })
                .AddSource("Quartz")
                .AddOtlpExporter(exporter => exporter.Endpoint = collector))
            .WithMetrics(figures => figures
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql", "Quartz")
                .AddOtlpExporter(exporter => exporter.Endpoint = collector));
    }

    private static Uri? Collector(IConfiguration settings)
    {
        if ((settings["Telemetry:Otlp"] ?? settings["OTEL_EXPORTER_OTLP_ENDPOINT"]) is not { Length: > 0 } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var collector) && collector.Scheme is ("http" or "https")
            ? collector
            : throw new FormatException($"Telemetry:Otlp = «{text}». Напишите адрес сборщика целиком: http://collector:4317.");
    }
}
