using Marshrut.Core;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Tests.TestDatabases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Marshrut.Tests.Core.Platform.Jobs;

/// <summary>An installation with one work, the probe, and as many serving nodes as a test starts.</summary>
public sealed class JobBench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<IHost> nodes = [];

    private JobBench(TestDatabase database, ProbeWork.Board board)
    {
        Database = database;
        Board = board;
    }

    public TestDatabase Database { get; }

    public ProbeWork.Board Board { get; }

    public JobStore Store => Database.Services.GetRequiredService<JobStore>();

    public static async Task<JobBench> Create(DatabaseProvider provider)
    {
        var board = new ProbeWork.Board();
        return new JobBench(await TestDatabase.Create(provider, services => AddProbe(services, board)), board);
    }

    public async Task<IHost> StartNode()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddMarshrutCore(Database.Settings);
        builder.Services.AddMarshrutJobs(Database.Settings, JobSettings.Default);
        AddProbe(builder.Services, Board);
        var host = builder.Build();
        nodes.Add(host);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>Orders the probe without a scheduler in the process, as a command or a node that runs nothing does.</summary>
    public async Task<long> Order(int number, Organization? organization = null, bool restricted = false)
    {
        await using var scope = organization is null ? Database.EnterInstallation("user:7") : Database.Enter(organization, "user:7", restricted);
        return await scope.ServiceProvider.GetRequiredService<EnqueueJob>().Enqueue(ProbeWork.Name, new ProbeWork.Order(number), TestContext.Current.CancellationToken);
    }

    public async Task<JobRun> RunNow(int number, IProgress<JobProgress>? watcher = null)
    {
        await using var scope = Database.EnterInstallation("system:cli");
        return await scope.ServiceProvider.GetRequiredService<RunJobNow>().Run(ProbeWork.Name, new ProbeWork.Order(number), watcher, TestContext.Current.CancellationToken);
    }

    public async Task Stop(long id)
    {
        await using var scope = Database.EnterInstallation();
        await scope.ServiceProvider.GetRequiredService<StopJob>().Stop(id, TestContext.Current.CancellationToken);
    }

    public async Task<JobRun> WaitFor(long id, Func<JobRun, bool> condition)
    {
        var cancel = TestContext.Current.CancellationToken;
        var until = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var run = (await Store.Find(id, cancel)).ShouldNotBeNull();
            if (condition(run))
            {
                return run;
            }

            TimeProvider.System.GetElapsedTime(until).ShouldBeLessThan(Patience, $"run {id} is {run.State}, {run.Done} of {run.Total}, {run.Message}");
            await Task.Delay(50, cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.StopAsync();
            node.Dispose();
        }

        await Database.DisposeAsync();
    }

    private static void AddProbe(IServiceCollection services, ProbeWork.Board board)
    {
        services.AddSingleton(board);
        services.AddScoped<IBackgroundWork, ProbeWork>();
    }
}
