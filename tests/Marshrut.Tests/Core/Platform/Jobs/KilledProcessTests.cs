using System.Diagnostics;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.JobHost;
using Marshrut.Tests.TestDatabases;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Platform.Jobs;

/// <summary>True processes, ended by SIGKILL: no handler of ours runs.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private readonly string diary = Path.GetTempFileName();
    private readonly List<Process> processes = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_work_whose_program_was_killed_is_taken_up_once_at_the_next_start(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var id = await Order(database);
        var first = Start(database, "serve");
        await WaitFor(() => Lines().Contains("begin"), first);
        Kill(first);
        (await Find(database, id)).State.ShouldBe(JobState.Running, "nobody was left to say otherwise");

        var second = Start(database, "serve");
        var third = provider == DatabaseProvider.Postgres ? Start(database, "serve") : second;
        await WaitFor(() => Lines().Contains("end"), second);
        await WaitFor(async () => (await Find(database, id)).IsFinished, third);

        var run = await Find(database, id);
        run.State.ShouldBe(JobState.Done);
        run.Attempts.ShouldBe(2);
        Lines().ShouldBe(["begin", "again", "end"]);
    }

    [Theory, BothDatabases]
    public async Task After_a_killed_command_the_same_command_goes_straight_through(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var killed = Start(database, "command");
        await WaitFor(() => Lines().Contains("begin"), killed);
        Kill(killed);

        var next = Start(database, "command");
        await WaitFor(() => Lines().Count(line => line == "begin") == 2, next);

        next.HasExited.ShouldBeFalse("it was not turned away by the lock of a dead one");
    }

    public void Dispose()
    {
        foreach (var process in processes)
        {
            if (!process.HasExited)
            {
                Kill(process);
            }

            process.Dispose();
        }

        File.Delete(diary);
    }

    private static async Task<long> Order(TestDatabase database)
    {
        await using var scope = database.EnterInstallation("user:7");
        return await scope.ServiceProvider.GetRequiredService<EnqueueJob>().Enqueue(LongWork.Name, new { }, Cancel);
    }

    private static async Task<JobRun> Find(TestDatabase database, long id) =>
        (await database.Services.GetRequiredService<JobStore>().Find(id, Cancel)).ShouldNotBeNull();

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    private Process Start(TestDatabase database, string verb)
    {
        var settings = database.Settings;
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(LongWork).Assembly.Location, settings.Database.Provider.ToString(), settings.Database.ConnectionString ?? "-", settings.StoragePath, settings.KeysPath, diary, verb])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        processes.Add(process);
        return process;
    }

    private string[] Lines() => File.ReadAllLines(diary);

    private static Task WaitFor(Func<bool> condition, Process process) => WaitFor(() => Task.FromResult(condition()), process);

    private static async Task WaitFor(Func<Task<bool>> condition, Process process)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (process.HasExited)
            {
                Assert.Fail("The host ended: " + await process.StandardError.ReadToEndAsync(Cancel));
            }

            TimeProvider.System.GetElapsedTime(begun).ShouldBeLessThan(TimeSpan.FromSeconds(90));
            await Task.Delay(100, Cancel);
        }
    }
}
