using System.CommandLine;
using Marshrut.Core.Accounts;
using Marshrut.Core.Installation;
using Marshrut.Core.Platform.Tenancy;
using Microsoft.AspNetCore.Connections;

namespace Marshrut.Web.Cli.Verbs;

internal static class ServeVerb
{
    public static Command Command
    {
        get
        {
            var migrate = new Option<bool>("--migrate") { Description = "Сначала обновить базу (на SQLite это делается само)" };
            var command = new Command("serve", "Открыть сайт; адрес задают --urls или ASPNETCORE_URLS") { migrate };
            command.TreatUnmatchedTokensAsErrors = false;
            command.SetAction((parsed, cancel) => Serve([.. parsed.UnmatchedTokens], parsed.GetValue(migrate), cancel));
            return command;
        }
    }

    private static async Task<int> Serve(string[] rest, bool migrate, CancellationToken cancel)
    {
        try
        {
            await using var app = SiteHost.Build(rest);
            await Prepare(app.Services, migrate, cancel);
            await app.RunAsync(cancel);
            return ExitCode.Done;
        }
        catch (Exception problem)
        {
            return Explain(problem);
        }
    }

    /// <summary>Turns what stopped a site from opening into a sentence and an exit code.</summary>
    public static int Explain(Exception problem) => CommandLine.Explain(
        problem is IOException { InnerException: AddressInUseException }
            ? new CommandFailure(ExitCode.Failure, "address-in-use", "Адрес занят другой программой. Остановите её или укажите другой: --urls http://localhost:5081")
            : problem,
        json: false);

    private static async Task Prepare(IServiceProvider services, bool migrate, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().ActAs(Actors.CommandLine);
        var database = scope.ServiceProvider.GetRequiredService<PrepareDatabase>();
        await (migrate ? database.Migrate(cancel) : database.Prepare(cancel));
    }
}
