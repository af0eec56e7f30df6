using Marshrut.Core.Imports;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Marshrut.Tests.Core.Platform.Jobs;

public class RecurringWorkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Each_recurring_work_has_its_time_and_a_work_that_is_no_more_loses_it(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        var node = await bench.StartNode();
        var scheduler = await node.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancel);
        var group = GroupMatcher<TriggerKey>.GroupEquals("recurring");
        string[] expected = ["drop-old-job-runs", "drop-old-notices", "drop-service-files", "drop-stale-imports", "end-expired-consents", "exchange-handed", "mail-invitations", "send-letters", "tell-terms", "tell-visits", "wake-cases"];
        (await WaitForTriggers(expected.Length)).ShouldBe(expected);

        await node.Services.GetRequiredService<JobScheduler>().ScheduleRecurring([], Cancel);

        (await scheduler.GetTriggerKeys(group, Cancel)).ShouldBeEmpty();

        async Task<string[]> WaitForTriggers(int count)
        {
            var begun = TimeProvider.System.GetTimestamp();
            while (true)
            {
                var keys = await scheduler.GetTriggerKeys(group, Cancel);
                if (keys.Count == count)
                {
                    return [.. keys.Select(key => key.Name).Order()];
                }

                TimeProvider.System.GetElapsedTime(begun).ShouldBeLessThan(TimeSpan.FromSeconds(60));
                await Task.Delay(50, Cancel);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Every_recurring_work_has_a_cron_expression_that_can_be_read(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var scope = database.EnterInstallation();
        var works = scope.ServiceProvider.GetServices<IBackgroundWork>().ToList();

        works.OfType<IRecurringWork>().ShouldNotBeEmpty();
        Should.NotThrow(() => works.OfType<IRecurringWork>().Select(work => CronExpression.Parse(work.Cron)).ToList());
        works.Select(work => work.Kind).ShouldBeUnique();
    }

    [Theory, BothDatabases]
    public async Task Finished_rows_leave_the_list_after_ninety_days_and_others_stay(DatabaseProvider provider)
    {
        await using var bench = await JobBench.Create(provider);
        var old = await bench.Order(1);
        await bench.Stop(old);
        var waiting = await bench.Order(2);
        bench.Database.Clock.Advance(TimeSpan.FromDays(91));
        var young = await bench.Order(3);
        await bench.Stop(young);

        (await Run(bench.Database, "drop-old-job-runs")).Message.ShouldContain("1");

        (await bench.Store.Find(old, Cancel)).ShouldBeNull();
        (await bench.Store.Find(waiting, Cancel)).ShouldNotBeNull();
        (await bench.Store.Find(young, Cancel)).ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_file_loses_its_rows_after_a_week_in_every_organisation_and_only_a_written_one_keeps_its_report(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var colleges = new[] { await database.AddOrganization(), await database.AddOrganization() };
        foreach (var college in colleges)
        {
            await using var scope = database.Enter(college);
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            Stage(db, college.Id, ImportState.Staged, daysAgo: 8);
            Stage(db, college.Id, ImportState.Staged, daysAgo: 6);
            Stage(db, college.Id, ImportState.Applied, daysAgo: 40, writtenDaysAgo: 8);
            Stage(db, college.Id, ImportState.Applied, daysAgo: 35, writtenDaysAgo: 6);
            Stage(db, college.Id, ImportState.Discarded, daysAgo: 30);
            Stage(db, college.Id, ImportState.Failed, daysAgo: 30);
            await db.SaveChangesAsync(Cancel);
        }

        (await Run(database, "drop-stale-imports")).Message.ShouldContain("8");

        foreach (var college in colleges)
        {
            await using var scope = database.Enter(college);
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            var imports = await db.Imports.OrderBy(row => row.CreatedAt).ThenBy(row => row.State).ToListAsync(Cancel);
            var kept = await db.ImportChunks.Select(chunk => chunk.ImportId).ToListAsync(Cancel);
            imports.Select(row => (row.State, kept.Contains(row.Id), row.Report is not null)).ShouldBe(
            [
                (ImportState.Applied, false, true),
                (ImportState.Applied, true, true),
                (ImportState.Discarded, false, false),
                (ImportState.Failed, false, false),
                (ImportState.Discarded, false, false),
                (ImportState.Staged, true, true),
            ]);
        }

        (await Run(database, "drop-stale-imports")).Message.ShouldBe("Убирать нечего.");

        void Stage(MarshrutDb db, long organization, ImportState state, int daysAgo, int? writtenDaysAgo = null)
        {
            var id = db.Ids.Take();
            db.Imports.Add(new ImportRun
            {
                Id = id,
                OrganizationId = organization,
                FileName = "kontingent.xlsx",
                SheetName = "Лист1",
                HeaderRow = 1,
                State = state,
                Actor = "user:1",
                CreatedAt = database.Clock.GetUtcNow().UtcDateTime.AddDays(-daysAgo),
                AppliedAt = writtenDaysAgo is { } days ? database.Clock.GetUtcNow().UtcDateTime.AddDays(-days) : null,
                Report = [1, 2, 3],
            });
            db.ImportChunks.Add(new ImportChunk { Id = db.Ids.Take(), OrganizationId = organization, ImportId = id, Number = 1, Sealed = [4, 5, 6] });
        }
    }

    private static async Task<JobRun> Run(TestDatabase database, string kind)
    {
        await using var scope = database.EnterInstallation("system:schedule");
        var run = await scope.ServiceProvider.GetRequiredService<RunJobNow>().Run(kind, new { }, null, Cancel);
        run.State.ShouldBe(JobState.Done);
        return run;
    }
}
