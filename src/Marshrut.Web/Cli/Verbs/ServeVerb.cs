using System.CommandLine;
using Marshrut.Core.Installation;
using Marshrut.Web.Infrastructure;

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
            command.SetAction(async (parsed, cancel) =>
            {
                var prepared = await CommandLine.WithDatabase(parsed, (session, stop) => Prepare(session, parsed.GetValue(migrate), stop), cancel, prepare: false);
                if (prepared != ExitCode.Done)
                {
                    return prepared;
                }

                await WebHost.Build([.. parsed.UnmatchedTokens]).RunAsync(cancel);
                return ExitCode.Done;
            });
            return command;
        }
    }

    private static async Task<int> Prepare(CommandSession session, bool migrate, CancellationToken cancel)
    {
        var database = session.Get<PrepareDatabase>();
        if (migrate)
        {
            await database.Migrate(cancel);
        }
        else
        {
            await database.Prepare(cancel);
        }

        return ExitCode.Done;
    }
}
