using Marshrut.E2E;

[assembly: AssemblyFixture(typeof(Sites))]

namespace Marshrut.E2E;

/// <summary>One running site for each database, started when first asked for: starting is dear, and journeys keep to their own people.</summary>
public sealed class Sites : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private RunningSite? sqlite;
    private RunningSite? postgres;

    public async Task<RunningSite> Get(bool onPostgres)
    {
        await gate.WaitAsync();
        try
        {
            return onPostgres ? postgres ??= await RunningSite.Start(true) : sqlite ??= await RunningSite.Start(false);
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in new[] { sqlite, postgres })
        {
            if (site is not null)
            {
                await site.DisposeAsync();
            }
        }
    }
}
