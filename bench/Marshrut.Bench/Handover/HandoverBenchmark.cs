using System.Diagnostics;
using System.Globalization;
using Marshrut.Bench.Jobs;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Lists;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Register.Regional;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Organizations;
using Marshrut.Seeding.Bench;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Bench.Handover;

/// <summary>
/// What a centre and a region read all day, with <c>--people</c> (a million) and <c>--cases</c> (two hundred thousand): the queue, a curator's morning, the list of
/// cases, the way to work over the region; each page's queries by one user after the other, another centre each time.
/// SQLite always; PostgreSQL where <c>MARSHRUT_BENCH_POSTGRES</c> names a server.
/// </summary>
internal static class HandoverBenchmark
{
    private const int Times = 60;

    private const int PageLimit = 100;

    public static async Task<int> Run(string[] args)
    {
        int Of(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
        var (people, cases) = (Of("--people", 1_000_000), Of("--cases", 200_000));
        var report = new Report();
        await BenchDatabase.OnEach(async database =>
        {
            await ProgramRun.Of("migrate", database.Environment);
            await ProgramRun.Of($"bench-data --people {people}", database.Environment);
            await ProgramRun.Of("assess", database.Environment);
            await using var program = database.Program();
            var made = await Make(program, cases);
            Report.Title($"{database.Title}, {people} people, {made.Cases} cases, {made.Waiting} waiting, {made.Plans} plans, {made.Curators} curators");
            await Measure(report, program);
        });

        return report.AllMet ? 0 : 1;
    }

    private static async Task<BenchHandoverCounts> Make(ServiceProvider program, int cases)
    {
        await using var scope = program.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().ActAs("system:cli");
        return await scope.ServiceProvider.GetRequiredService<BenchHandover>().Make(new BenchHandoverInput(cases), CancellationToken.None);
    }

    private static async Task Measure(Report report, ServiceProvider program)
    {
        await using var first = program.CreateAsyncScope();
        var db = first.ServiceProvider.GetRequiredService<MarshrutDb>();
        var centres = await db.Organizations.AsNoTracking().Where(row => row.Kind == OrganizationKind.EmploymentCentre).OrderBy(row => row.Id).ToListAsync();
        var curators = await db.Memberships.AsNoTracking().Where(row => row.OrganizationId != null).Select(row => new { row.OrganizationId, row.UserId }).ToListAsync();
        var staff = curators.ToLookup(row => row.OrganizationId!.Value, row => row.UserId);
        var none = CancellationToken.None;
        await Page(report, program, centres, "queue: page and numbers", async (services, _) =>
        {
            await services.GetRequiredService<ListQueue>().List(new QueueFilter(), null, none);
            await services.GetRequiredService<CountQueue>().Count(none);
        });
        await Page(report, program, centres, "morning: calls, visits, card, plan", async (services, centre) =>
        {
            var user = staff[centre.Id].First();
            var morning = await services.GetRequiredService<ShowMorning>().Show(user, none);
            var today = services.GetRequiredService<TimeProvider>().Today();
            await services.GetRequiredService<ListVisits>().List(today, today, user, none);
            await services.GetRequiredService<CountQueue>().Count(none);
            if (morning.Calls.Count > 0)
            {
                await services.GetRequiredService<ShowCase>().Show(morning.Calls[0].Id, special: false, none);
                await services.GetRequiredService<ShowPlan>().Show(morning.Calls[0].Id, none);
            }
        });
        await Page(report, program, centres, "cases: the page of fifty", async (services, _) => await services.GetRequiredService<ListCases>().List(new CaseFilter(), null, null, null, none));
        await Page(report, program, centres, "cases: tabs, filters, load", async (services, _) => await services.GetRequiredService<CountCases>().Count(null, none));
        await Page(report, program, centres, "cases: whole page", async (services, _) =>
        {
            var figures = await services.GetRequiredService<CountCases>().Count(null, none);
            await services.GetRequiredService<ListCases>().List(new CaseFilter(), null, null, figures.CountOf(new CaseFilter()), none);
        });
        var clock = Stopwatch.StartNew();
        await Region(program);
        Report.Row("region's way to work, counted for the first time", clock.Elapsed.TotalMilliseconds, "ms");
        await Page(report, program, centres, "region's way to work, counts kept", async (services, _) =>
        {
            services.GetRequiredService<ActingScope>().EnterRegion(BenchData.RegionCode);
            await services.GetRequiredService<CountRegion>().Count(none);
        });
    }

    private static async Task Region(ServiceProvider program)
    {
        await using var scope = program.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().EnterRegion(BenchData.RegionCode);
        await scope.ServiceProvider.GetRequiredService<CountRegion>().Count(CancellationToken.None);
    }

    private static async Task Page(Report report, ServiceProvider program, List<Organization> centres, string what, Func<IServiceProvider, Organization, Task> read)
    {
        var times = new List<double>();
        for (var i = -5; i < Times; i++)
        {
            var centre = centres[Math.Abs(i) % centres.Count];
            await using var scope = program.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActingScope>().EnterOrganization(centre.Id, centre.RegionCode);
            var start = Stopwatch.GetTimestamp();
            await read(scope.ServiceProvider, centre);
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        Report.Row(what + ", p50", times[Times / 2], "ms");
        report.AtMost(what + ", p95", times[Times * 95 / 100], "ms", PageLimit);
    }
}
