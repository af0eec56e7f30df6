using System.CommandLine;

namespace Marshrut.Web.Cli.Verbs;

internal static class ServeVerb
{
    public static Command Command
    {
        get
        {
            var migrate = new Option<bool>("--migrate") { Description = "Сначала обновить базу" };
            var command = new Command("serve", "Открыть сайт") { migrate };
            command.TreatUnmatchedTokensAsErrors = false;
            command.SetAction((parsed, cancel) => Serve([.. parsed.UnmatchedTokens], cancel));
            return command;
        }
    }

    private static async Task<int> Serve(string[] rest, CancellationToken cancel)
    {
        var app = Infrastructure.WebHost.Build(rest);
        await app.RunAsync(cancel);
        return ExitCode.Done;
    }
}
