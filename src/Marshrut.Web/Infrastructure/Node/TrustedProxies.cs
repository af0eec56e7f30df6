using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Marshrut.Web.Infrastructure.Node;

/// <summary>
/// Behind a balancer the true address and scheme come in headers, and anybody can write headers: only those of the proxies named in
/// <c>Proxy:Trusted</c> (addresses and networks through a comma) are believed.
/// </summary>
public static class TrustedProxies
{
    /// <exception cref="FormatException">An address cannot be read; the message names the setting, in Russian.</exception>
    public static void AddTrustedProxies(this IServiceCollection services, IConfiguration settings)
    {
        var trusted = (settings["Proxy:Trusted"] ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Length > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            options.ForwardLimit = null;
            foreach (var network in trusted.Select(Parse))
            {
                options.KnownIPNetworks.Add(network);
            }
        });

        // Said at the start, not at the first request.
        _ = trusted.Select(Parse).ToList();
    }

    private static IPNetwork Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new FormatException($"Proxy:Trusted: «{text}» — не адрес и не сеть. Напишите, например: 10.0.0.5, 192.168.1.0/24.");
    }
}
