using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Marshrut.Bench.Jobs;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Profiling.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Bench.Answering;

/// <summary>
/// <c>--students</c> (ten thousand) of <c>--people</c> (three hundred thousand) open their links, agree, answer question by question and send, <c>--at-once</c>
/// (sixteen) side by side and without a pause, from the same machine as the published program. To reach: ten thousand within an hour without an error.
/// SQLite always; PostgreSQL where <c>MARSHRUT_BENCH_POSTGRES</c> names a server.
/// </summary>
internal static class AnsweringBenchmark
{
    private const string Questionnaire = "last-course";
    private const int AnHour = 10_000;

    public static async Task<int> Run(string[] args)
    {
        int Of(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
        var (people, students, atOnce) = (Of("--people", 300_000), Of("--students", 10_000), Of("--at-once", 16));
        var report = new Report();
        await BenchDatabase.OnEach(async database =>
        {
            await ProgramRun.Of("migrate", database.Environment);
            await ProgramRun.Of($"bench-data --people {people}", database.Environment);
            await ProgramRun.Of("assess", database.Environment);
            string[] links;
            await using (var program = database.Program())
            {
                links = await Invite(program, students);
            }

            await using var site = await RunningProgram.Start(database.Environment);
            Report.Title($"{database.Title}, {people} people, {links.Length} students, {atOnce} at once");
            await Measure(report, site, links, atOnce);
            await using var after = database.Program();
            report.MustHold("every student has a response", await Responses(after) == links.Length);
        });

        return report.AllMet ? 0 : 1;
    }

    private static async Task Measure(Report report, RunningProgram site, string[] links, int atOnce)
    {
        var waiting = new ConcurrentQueue<string>(links);
        var (times, errors) = (new ConcurrentBag<double>(), new ConcurrentBag<string>());
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (waiting.TryDequeue(out var link))
            {
                try
                {
                    using var student = new AnsweringStudent(site.Address, times);
                    await student.Answer(link);
                }
#pragma warning disable CA1031 // Whatever goes wrong is counted, and the others go on.
                catch (Exception problem)
#pragma warning restore CA1031
                {
                    errors.Add(problem.Message);
                }
            }
        }));
        var hours = clock.Elapsed.TotalHours;
        var sorted = times.Order().ToList();
        report.MustHold("no error" + (errors.TryPeek(out var first) ? $": {errors.Count}, as «{first}»" : ""), errors.IsEmpty);
        report.AtLeast("students an hour", links.Length / hours, "", AnHour);
        Report.Row("requests a second", sorted.Count / clock.Elapsed.TotalSeconds, "");
        Report.Row("a request, p50", sorted[sorted.Count / 2], "ms");
        Report.Row("a request, p95", sorted[sorted.Count * 95 / 100], "ms");
        Report.Row("a request, the longest", sorted[^1], "ms");
        Report.Row("memory of the program at most", site.PeakBytes / 1024.0 / 1024, "MB");
    }

    /// <summary>The organisation with the most people asks as many of them as wanted; each gets a link.</summary>
    private static async Task<string[]> Invite(ServiceProvider program, int students)
    {
        await using var scope = program.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, acting) = (services.GetRequiredService<MarshrutDb>(), services.GetRequiredService<ActingScope>());
        acting.ActAs("system:cli");
        var links = new List<string>();
        foreach (var organization in await Colleges(db))
        {
            acting.EnterOrganization(organization.Id, organization.RegionCode);
            var today = services.GetRequiredService<TimeProvider>().Today();
            var campaign = await services.GetRequiredService<StartCampaign>().Start(
                new CampaignInput("Нагрузка", Questionnaire, new AudienceInput(null, null, null, "все"), null, today.AddDays(7), 21, 9, 0, "http://localhost"), CancellationToken.None);
            var invitations = await db.Invitations.Where(row => row.CampaignId == campaign).OrderBy(row => row.Id).Take(students - links.Count).ToListAsync();
            foreach (var invitation in invitations)
            {
                invitation.Mailed(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, byAsking: false, today);
                links.Add("/q/l/" + services.GetRequiredService<PersonalLinks>().Token(invitation.Id, invitation.Link));
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            if (links.Count >= students)
            {
                break;
            }
        }

        // As in life: not one organisation after the other.
        Random.Shared.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(links));
        return [.. links];
    }

    private static async Task<List<Organization>> Colleges(MarshrutDb db) =>
        await db.Organizations.AsNoTracking().Where(row => row.Kind == Marshrut.Rules.Organizations.OrganizationKind.College || row.Kind == Marshrut.Rules.Organizations.OrganizationKind.University).OrderBy(row => row.Id).ToListAsync();

    private static async Task<int> Responses(ServiceProvider program)
    {
        await using var scope = program.CreateAsyncScope();
        var (db, acting) = (scope.ServiceProvider.GetRequiredService<MarshrutDb>(), scope.ServiceProvider.GetRequiredService<ActingScope>());
        var count = 0;
        foreach (var organization in await Colleges(db))
        {
            acting.EnterOrganization(organization.Id, organization.RegionCode);
            count += await db.Responses.CountAsync();
        }

        return count;
    }
}
