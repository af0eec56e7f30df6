namespace Marshrut.Tests.Web.Ui;

/// <summary>The living pages, served as in development; started once for the tests of this folder.</summary>
public sealed class LivingPages : IAsyncLifetime
{
    public static readonly TheoryData<string> Addresses = ["/_ui", "/_ui/list", "/_ui/card", "/_ui/import", "/_ui/entry", "/_ui/sheet"];

    public PageServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PageServer.Start("Development");

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
