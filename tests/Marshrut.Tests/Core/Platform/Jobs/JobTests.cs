using System.Collections.Concurrent;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.TestDatabases;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Platform.Jobs;

public class JobTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_ordered_work_is_run_as_whoever_asked_and_tells_how_it_ended(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        var college = await bench.Database.AddOrganization();
        var id = await bench.Order(5, college, restricted: true);
        (await bench.Store.Find(id, Cancel))!.State.ShouldBe(JobState.Queued);

        await bench.StartNode();
        var run = await bench.WaitFor(id, run => run.IsFinished);

        run.State.ShouldBe(JobState.Done);
        run.Message.ShouldBe("Готово: 4.");
        run.Percent.ShouldBe(100);
        run.Phase.ShouldBe("последний шаг");
        run.FinishedAt.ShouldNotBeNull();
        bench.Board.Runs.ShouldHaveSingleItem().ShouldBe(new ProbeWork.Begun(id, college.Id, "user:7", Restricted: true, 5, Again: false));
    }

    [Theory, BothDatabases]
    public async Task Progress_is_seen_while_the_work_goes_on(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        await bench.Board.Gate.WaitAsync(Cancel);
        await bench.StartNode();
        var id = await bench.Order(1);

        var half = await bench.WaitFor(id, run => run.Done == 1);

        half.State.ShouldBe(JobState.Running);
        half.Percent.ShouldBe(25);
        half.Phase.ShouldBe("первый шаг");
        bench.Board.Gate.Release();
        (await bench.WaitFor(id, run => run.IsFinished)).State.ShouldBe(JobState.Done);
    }

    [Theory, BothDatabases]
    public async Task A_running_work_stops_when_asked_and_puts_back_what_waits_for_it(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        await bench.Board.Gate.WaitAsync(Cancel);
        await bench.StartNode();
        var id = await bench.Order(1);
        await bench.WaitFor(id, run => run.State == JobState.Running);

        await bench.Stop(id);

        (await bench.WaitFor(id, run => run.IsFinished)).State.ShouldBe(JobState.Stopped);
        bench.Board.GivenUp.ShouldBe([id]);
        (await Should.ThrowAsync<RuleViolation>(() => bench.Stop(id))).Code.ShouldBe("job-over");
    }

    [Theory, BothDatabases]
    public async Task A_waiting_work_is_stopped_at_once_and_never_begins(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        var id = await bench.Order(1);

        await bench.Stop(id);

        (await bench.Store.Find(id, Cancel))!.State.ShouldBe(JobState.Stopped);
        bench.Board.Runs.ShouldBeEmpty();
        bench.Board.GivenUp.ShouldBe([id]);
    }

    [Theory, BothDatabases]
    public async Task A_work_of_another_organisation_is_neither_shown_nor_stopped(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        var (own, other) = (await bench.Database.AddOrganization(), await bench.Database.AddOrganization());
        var id = await bench.Order(1, own);
        await using var scope = bench.Database.Enter(other);

        (await scope.ServiceProvider.GetRequiredService<ShowJob>().Show(id, Cancel)).ShouldBeNull();
        await Should.ThrowAsync<TenancyViolation>(() => scope.ServiceProvider.GetRequiredService<StopJob>().Stop(id, Cancel));
        (await bench.Store.Find(id, Cancel))!.StopRequested.ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Asking_twice_for_the_same_is_one_run(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        var college = await bench.Database.AddOrganization();

        var first = await bench.Order(1, college);

        (await bench.Order(1, college)).ShouldBe(first);
        (await bench.Order(2, college)).ShouldNotBe(first);
        (await bench.Order(1)).ShouldNotBe(first);
    }

    [Theory, BothDatabases]
    public async Task Works_of_one_organisation_follow_each_other_also_on_two_nodes(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        var colleges = new[] { await bench.Database.AddOrganization(), await bench.Database.AddOrganization() };
        var ids = new List<long>();
        foreach (var number in Enumerable.Range(1, 6))
        {
            ids.Add(await bench.Order(number, colleges[number % 2]));
        }

        await bench.StartNode();
        if (provider == DatabaseProvider.Postgres)
        {
            await bench.StartNode();
        }

        foreach (var id in ids)
        {
            (await bench.WaitFor(id, run => run.IsFinished)).State.ShouldBe(JobState.Done);
        }

        bench.Board.Overlapped.ShouldBeFalse();
        bench.Board.Runs.Select(run => run.Id).Order().ShouldBe(ids.Order());
    }

    [Theory, BothDatabases]
    public async Task A_work_cut_off_by_the_end_of_the_program_is_taken_up_by_the_next(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        await bench.Board.Gate.WaitAsync(Cancel);
        var node = await bench.StartNode();
        var id = await bench.Order(1);
        await bench.WaitFor(id, run => run.State == JobState.Running);

        await node.StopAsync(Cancel);

        (await bench.Store.Find(id, Cancel))!.State.ShouldBe(JobState.Queued);
        bench.Board.GivenUp.ShouldBeEmpty();
        bench.Board.Gate.Release();
        await bench.StartNode();
        var run = await bench.WaitFor(id, run => run.IsFinished);
        run.State.ShouldBe(JobState.Done);
        run.Attempts.ShouldBe(2);
        bench.Board.Runs.Last().Again.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task A_command_runs_the_same_work_in_the_foreground_and_sees_each_step(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        var seen = new Watcher();

        var run = await bench.RunNow(3, seen);

        run.State.ShouldBe(JobState.Done);
        run.Message.ShouldBe("Готово: 4.");
        run.RequestedBy.ShouldBe("system:cli");
        seen.Steps.ShouldBe([new JobProgress(1, 4, "первый шаг"), new JobProgress(4, 4, "последний шаг")]);
    }

    [Theory, BothDatabases]
    public async Task A_command_gets_the_refusal_of_the_work_as_it_was_said(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        bench.Board.Failure = new RuleViolation("not-now", "Сегодня нельзя. Попробуйте завтра.");

        (await Should.ThrowAsync<RuleViolation>(() => bench.RunNow(1))).Code.ShouldBe("not-now");

        var run = (await bench.Store.Page(null, 1, unfinishedOnly: false, Cancel)).ShouldHaveSingleItem();
        run.State.ShouldBe(JobState.Failed);
        run.Message.ShouldBe("Сегодня нельзя. Попробуйте завтра.");
    }

    [Theory, BothDatabases]
    public async Task An_unexpected_failure_is_told_without_its_text(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        bench.Board.Failure = new InvalidOperationException("Зотова Вероника, 01.05.2007");
        await bench.StartNode();
        var id = await bench.Order(1);

        var run = await bench.WaitFor(id, run => run.IsFinished);

        run.State.ShouldBe(JobState.Failed);
        run.Message.ShouldNotContain("Зотова");
        run.Message.ShouldContain(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        bench.Board.GivenUp.ShouldBe([id]);
    }

    [Theory, BothDatabases]
    public async Task A_command_does_not_begin_while_the_same_work_goes_on(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        await bench.Board.Gate.WaitAsync(Cancel);
        await bench.StartNode();
        var id = await bench.Order(1);
        await bench.WaitFor(id, run => run.State == JobState.Running);

        (await Should.ThrowAsync<RuleViolation>(() => bench.RunNow(2))).Code.ShouldBe("busy");

        bench.Board.Gate.Release();
        (await bench.WaitFor(id, run => run.IsFinished)).State.ShouldBe(JobState.Done);
        (await bench.RunNow(2)).State.ShouldBe(JobState.Done);
    }

    [Theory, BothDatabases]
    public async Task A_work_that_ends_the_program_each_time_is_given_up(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        var id = await bench.Order(1);
        for (var attempt = 0; attempt < JobRunner.MostAttempts; attempt++)
        {
            await bench.Store.Begin(id, Cancel);
        }

        await bench.StartNode();

        (await bench.WaitFor(id, run => run.IsFinished)).State.ShouldBe(JobState.Failed);
        bench.Board.Runs.ShouldBeEmpty();
        bench.Board.GivenUp.ShouldBe([id]);
    }

    [Theory, BothDatabases]
    public async Task The_list_goes_by_key_and_names_the_works(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        var ids = new List<long>();
        foreach (var number in Enumerable.Range(1, 5))
        {
            ids.Add(await bench.Order(number));
        }

        await bench.Stop(ids[4]);
        await using var scope = bench.Database.EnterInstallation();
        var list = scope.ServiceProvider.GetRequiredService<ListJobs>();
        var first = await list.List(null, 2, unfinishedOnly: false, Cancel);
        var second = await list.List(first.Before, 2, unfinishedOnly: false, Cancel);
        var third = await list.List(second.Before, 2, unfinishedOnly: false, Cancel);

        first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Run.Id).ShouldBe(ids.OrderDescending());
        third.Before.ShouldBeNull();
        first.Rows[0].Title.ShouldBe("Проба");
        (await list.List(null, 10, unfinishedOnly: true, Cancel)).Rows.Select(row => row.Run.Id).ShouldBe(ids.Take(4).OrderDescending());
    }

    [Theory, BothDatabases]
    public async Task A_command_that_died_is_not_taken_up_but_told_of(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        var left = await bench.Store.Add(
            new JobRun
            {
                Id = 0,
                Kind = ProbeWork.Name,
                Key = "probe-all",
                Arguments = "{\"number\":1}",
                RequestedBy = "system:cli",
                Foreground = true,
                State = JobState.Queued,
                CreatedAt = bench.Database.Clock.GetUtcNow().UtcDateTime,
            }, Cancel);
        await bench.Store.Begin(left, Cancel);
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.StartNode();

        var run = await bench.WaitFor(left, run => run.IsFinished);

        run.State.ShouldBe(JobState.Failed);
        run.Message.ShouldContain("Повторите");
        bench.Board.Runs.ShouldBeEmpty();
    }

    private sealed class Watcher : IProgress<JobProgress>
    {
        public ConcurrentQueue<JobProgress> Steps { get; } = new();

        public void Report(JobProgress value) => Steps.Enqueue(value);
    }
}
