using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.TestDatabases;
using Marshrut.Web.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marshrut.Tests.TestSites;

/// <summary>
/// The whole web host, as <c>serve</c> builds it, in memory over a fresh installation: real pipeline, real antiforgery, real cookies, a clock that stands
/// still.
/// </summary>
public sealed class TestSite : IAsyncDisposable
{
    public const string Password = "длинная фраза входа";
    private readonly CoreSettings installation;
    private readonly WebApplication app;

    private TestSite(CoreSettings installation, WebApplication app, FixedClock clock)
    {
        this.installation = installation;
        this.app = app;
        Clock = clock;
    }

    public FixedClock Clock { get; }

    /// <summary>For commands of the program beside the site.</summary>
    public CoreSettings Installation => installation;

    public IServiceProvider Services => app.Services;

    /// <param name="provider">From <see cref="BothDatabasesAttribute"/>.</param>
    /// <param name="settings">Settings as on the command line: <c>--Auth:RequireTotp=true</c>. Without one the second step is not asked.</param>
    public static Task<TestSite> Open(DatabaseProvider provider, params string[] settings) => Open(provider, null, settings);

    /// <param name="provider">From <see cref="BothDatabasesAttribute"/>.</param>
    /// <param name="map">Endpoints that a test adds.</param>
    /// <param name="settings">Settings as on the command line.</param>
    public static async Task<TestSite> Open(DatabaseProvider provider, Action<WebApplication>? map, params string[] settings)
    {
        var installation = await TestDatabase.NewInstallation(provider);
        var clock = new FixedClock();
        string[] all =
        [
            "--environment=Production",
            "--Auth:RequireTotp=false",
            $"--Storage:Path={installation.StoragePath}",
            $"--Database:Provider={provider}",
            .. installation.Database.ConnectionString is { } connection ? [$"--Database:ConnectionString={connection}"] : Array.Empty<string>(),
            .. settings,
        ];
        var app = WebHost.Build(all, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Logging.SetMinimumLevel(LogLevel.Critical);
            builder.Services.Configure<MvcOptions>(options => options.Filters.Add(new ReachedPages()));
        });
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestSite(installation, app, clock);
    }

    /// <summary>Somebody with a browser of their own, not signed in.</summary>
    public Visitor NewVisitor(string scheme = "http") => new(app.GetTestServer().CreateHandler(), new Uri($"{scheme}://localhost"));

    /// <summary>Somebody signed in with this role; the user is made.</summary>
    public async Task<Visitor> SignIn(Role role, Organization? organization = null, string? region = null, string? login = null)
    {
        var name = login ?? $"{role}-{Guid.CreateVersion7():N}"[..40].ToLowerInvariant();
        await AddUser(new NewUser(name, role, organization?.Code, region, "Проверкина Мария Ивановна", Password));
        var visitor = NewVisitor();
        await visitor.SignIn(name, Password);
        return visitor;
    }

    public Task<AddedUser> AddUser(NewUser user) => Run<AddUser, AddedUser>(useCase => useCase.Add(user, CancellationToken.None));

    public async Task<Organization> AddOrganization(OrganizationKind kind, string code, string region = "00", string? name = null) =>
        (await Run<AddOrganization, AddedOrganization>(useCase => useCase.Add(new NewOrganization(kind, code, name ?? $"Организация {code}", region), CancellationToken.None))).Organization;

    /// <summary>Reads in the organisation's own scope.</summary>
    public async Task<T> Read<T>(Organization organization, Func<MarshrutDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<ActingScope>();
        acting.ActAs(Actors.CommandLine);
        acting.EnterOrganization(organization.Id, organization.RegionCode);
        return await read(scope.ServiceProvider.GetRequiredService<MarshrutDb>());
    }

    /// <summary>Runs a use case beside the site, as the command line would.</summary>
    public async Task<TResult> Run<TUseCase, TResult>(Func<TUseCase, Task<TResult>> run)
        where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().ActAs(Actors.CommandLine);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task Run<TUseCase>(Func<TUseCase, Task> run)
        where TUseCase : notnull => Run<TUseCase, bool>(async useCase =>
        {
            await run(useCase);
            return true;
        });

    /// <summary>Does what pages ordered and a serving node would do in a moment: each waiting job, oldest first.</summary>
    public async Task RunWaitingJobs()
    {
        foreach (var job in await Services.GetRequiredService<JobStore>().Unfinished(CancellationToken.None))
        {
            await Services.GetRequiredService<JobRunner>().Run(job.Id, command: false, watcher: null, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await TestDatabase.Remove(installation);
    }
}
