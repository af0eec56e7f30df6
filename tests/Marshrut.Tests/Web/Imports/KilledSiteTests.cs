using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Tests.Core.Imports;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Marshrut.Tests.Web.Cli;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Web.Imports;

/// <summary>The serving program ended by SIGKILL while a job that a page ordered writes a register (R37).</summary>
public sealed class KilledSiteTests
{
    private const int People = 30_000;
    private const string Login = "specialist";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_import_ordered_from_the_page_is_finished_after_the_restart_and_the_next_goes_straight_through(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        await AddSpecialist(bench);
        string progress;
        using (var site = await Serving.Start(bench))
        {
            var check = await site.Upload(ImportBench.Text(1, People));
            progress = (await site.Visitor.Press(check, "Загрузить 30\u00a0000\u00a0строк")).Location!;
            while (!(await ImportJob(bench) is { State: JobState.Running } && await bench.Database.Settings.IsBeingWritten()))
            {
                (await Find(bench)).State.ShouldBe(ImportState.Queued, "the import was over before it was seen to write");
                await Task.Delay(20, Cancel);
            }

            site.Kill();
        }

        (await bench.Read(db => db.People.CountAsync())).ShouldBe(0);
        (await Find(bench)).State.ShouldBe(ImportState.Queued);
        using var again = await Serving.Start(bench);
        var shown = await again.Visitor.Get(progress);
        if (shown.Location is null)
        {
            shown.Text.ShouldContain("Запись в реестр");
            shown.Text.ShouldNotContain("Запись не идёт");
        }

        var summary = await again.WaitFor(progress, "Реестр обновлён");
        summary.Document.QuerySelectorAll(".stat").ShouldContain(figure => figure.TextContent.Contains("Новые") && figure.TextContent.Contains("30\u00a0000"));
        (await bench.Read(db => db.People.CountAsync())).ShouldBe(People);
        (await bench.Read(db => db.Evidence.CountAsync())).ShouldBe(People);
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.ImportApplied))).ShouldBe(1);
        var job = (await ImportJob(bench))!;
        (job.State, job.Attempts).ShouldBe((JobState.Done, 2));

        var next = await again.Upload(ImportBench.Text(People + 1, People + 2));
        await again.WaitFor((await again.Visitor.Press(next, "Загрузить 2\u00a0строки")).Location!, "Реестр обновлён");
        (await bench.Read(db => db.People.CountAsync())).ShouldBe(People + 2);
    }

    private static async Task<JobRun?> ImportJob(ImportBench bench) =>
        (await bench.Run(services => services.GetRequiredService<JobStore>().Page(null, 10, false, Cancel))).SingleOrDefault(run => run.Kind == ApplyImportWork.Name);

    private static Task<ImportRun> Find(ImportBench bench) => bench.Read(db => db.Imports.AsNoTracking().SingleAsync());

    private static async Task AddSpecialist(ImportBench bench)
    {
        await using var scope = bench.Database.EnterInstallation(Actors.CommandLine);
        await scope.ServiceProvider.GetRequiredService<AddUser>().Add(
            new NewUser(Login, Role.CareerCentreSpecialist, bench.Organization.Code, null, "Проверкина Мария Ивановна", TestSite.Password), Cancel);
    }

    /// <summary>A serving process and somebody signed in to it.</summary>
    private sealed class Serving : IDisposable
    {
        private readonly Process process;
        private readonly string place;

        private Serving(Process process, Visitor visitor, string place)
        {
            this.process = process;
            this.place = place;
            Visitor = visitor;
        }

        public Visitor Visitor { get; }

        public static async Task<Serving> Start(ImportBench bench)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}");
            var process = CommandRun.Start(bench.Database.Settings, "serve", "--migrate", "--urls", address.ToString());
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using var client = new HttpClient { BaseAddress = address };
            while (!await IsReady(client))
            {
                process.HasExited.ShouldBeFalse("the site did not start");
                await Task.Delay(100, Cancel);
            }

            var visitor = new Visitor(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }, address);
            await visitor.SignIn(Login, TestSite.Password);
            return new Serving(process, visitor, $"/o/{bench.Organization.Code}/import");
        }

        public async Task<Answer> Upload(string register)
        {
            var sent = await Visitor.Upload(await Visitor.Get(place), "reestr.csv", Encoding.UTF8.GetBytes(register));
            sent.Status.ShouldBe(HttpStatusCode.Found, sent.Text);
            return await Visitor.Open(sent.Location!);
        }

        /// <summary>Looks at the page again and again, as its reader does.</summary>
        public async Task<Answer> WaitFor(string path, string words)
        {
            while (true)
            {
                var answer = await Visitor.Open(path);
                answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
                if (answer.Text.Contains(words))
                {
                    return answer;
                }

                answer.Text.ShouldContain("Запись в реестр");
                process.HasExited.ShouldBeFalse("the site ended");
                await Task.Delay(200, Cancel);
            }
        }

        public void Kill()
        {
            process.Kill();
            process.WaitForExit();
        }

        public void Dispose()
        {
            Visitor.Dispose();
            if (!process.HasExited)
            {
                Kill();
            }

            process.Dispose();
        }

        private static async Task<bool> IsReady(HttpClient client)
        {
            try
            {
                return (await client.GetAsync("/health/ready", Cancel)).StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
