using System.Net;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Marshrut.Web.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Web.Node;

public class NodeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_one_node_protects_another_opens_and_the_database_alone_does_not(DatabaseProvider provider)
    {
        var installation = await TestDatabase.NewInstallation(provider);
        string secret;
        await using (var first = Node(installation))
        {
            Remember(first);
            secret = first.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("кто вошёл");
            var stored = first.Services.GetRequiredService<InstallationSettings>().Read("data-protection.").ShouldHaveSingleItem().Value;
            stored.ShouldContain("<sealed");
            stored.ShouldNotContain("masterKey");
        }

        await using (var second = Node(installation))
        {
            second.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret).ShouldBe("кто вошёл");
        }

        Should.Throw<InstallationProblem>(() => Node(installation with { KeysPath = Path.Combine(installation.StoragePath, "other") }));

        await TestDatabase.Remove(installation);
    }

    [Theory, BothDatabases]
    public async Task A_node_is_ready_while_the_database_answers_and_says_nothing_else(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        Remember(site.Services);
        using var stranger = site.NewVisitor();

        (await stranger.Get("/health/live")).ShouldSatisfyAllConditions(live => live.Status.ShouldBe(HttpStatusCode.OK), live => live.Body.ShouldBe("Healthy"));
        (await stranger.Get("/health/ready")).ShouldSatisfyAllConditions(ready => ready.Status.ShouldBe(HttpStatusCode.OK), ready => ready.Body.ShouldBe("Healthy"));

        // Another node changed the key, and this one has a copy of the ring from before.
        site.Services.GetRequiredService<InstallationSettings>().Write(("key-ring.newest-key", "2"));
        (await stranger.Get("/health/ready")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        site.Services.GetRequiredService<KeyRing>().Rotate();
        (await stranger.Get("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);

        site.Services.GetRequiredService<InstallationSettings>().Write(("key-ring.id", "another"));

        (await stranger.Get("/health/ready")).ShouldSatisfyAllConditions(
            ready => ready.Status.ShouldBe(HttpStatusCode.ServiceUnavailable), ready => ready.Body.ShouldBe("Unhealthy"));
        (await stranger.Get("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Headers_of_a_proxy_are_believed_only_where_it_is_named()
    {
        (await SchemeSeen()).ShouldBe("http");
        (await SchemeSeen("--Proxy:Trusted=10.0.0.0/8")).ShouldBe("http");
        (await SchemeSeen("--Proxy:Trusted=10.0.0.0/8, 192.0.2.7")).ShouldBe("https");
    }

    [Theory]
    [InlineData("--Proxy:Trusted=балансировщик", "Proxy:Trusted")]
    [InlineData("--Telemetry:Otlp=collector", "Telemetry:Otlp")]
    [InlineData("--Telemetry:Otlp=ftp://collector", "Telemetry:Otlp")]
    public void A_setting_that_cannot_be_read_is_named_at_the_start(string setting, string name) =>
        Should.Throw<FormatException>(() => Build([setting])).Message.ShouldStartWith(name);

    [Fact]
    public void Nothing_is_gathered_where_no_collector_is_named()
    {
        Build([]).Services.GetService<OpenTelemetry.Trace.TracerProvider>().ShouldBeNull();
        Build(["--Telemetry:Otlp=http://127.0.0.1:4317"]).Services.GetService<OpenTelemetry.Trace.TracerProvider>().ShouldNotBeNull();
    }

    private static async Task<string> SchemeSeen(params string[] settings)
    {
        var seen = "";
        var installation = await TestDatabase.NewInstallation(DatabaseProvider.Sqlite);
        await using var app = Build([$"--Storage:Path={installation.StoragePath}", .. settings]);
        app.Map("/_seen", (Microsoft.AspNetCore.Http.HttpContext http) => seen = http.Request.Scheme).AllowAnonymous();
        await app.StartAsync(Cancel);
        await app.GetTestServer().SendAsync(
            http =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
                http.Request.Path = "/_seen";
                http.Request.Headers["X-Forwarded-Proto"] = "https";
            }, Cancel);
        await app.StopAsync(Cancel);
        await TestDatabase.Remove(installation);
        return seen;
    }

    /// <summary>Built and, without a storage of its own, not started.</summary>
    private static WebApplication Build(string[] settings) => WebHost.Build([$"--Storage:Path={Path.GetTempPath()}", .. settings], builder => builder.WebHost.UseTestServer());

    private static WebApplication Node(CoreSettings installation) => Build(
    [
        $"--Storage:Path={installation.StoragePath}",
        $"--Keys:Path={installation.KeysPath}",
        $"--Database:Provider={installation.Database.Provider}",
        .. installation.Database.ConnectionString is { } connection ? [$"--Database:ConnectionString={connection}"] : Array.Empty<string>(),
    ]);

    private static void Remember(IServiceProvider services) => services.GetRequiredService<RememberedRing>().Remember(services.GetRequiredService<KeyRing>());

    private static void Remember(WebApplication node) => Remember(node.Services);
}
