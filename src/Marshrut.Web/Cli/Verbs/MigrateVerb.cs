using System.CommandLine;
using Marshrut.Core.Installation;

namespace Marshrut.Web.Cli.Verbs;

internal static class MigrateVerb
{
    public static Command Command
    {
        get
        {
            var command = new Command("migrate", "Создать или обновить базу данных");
            command.SetAction((parsed, cancel) => CommandLine.WithDatabase(parsed, Migrate, cancel, prepare: false, stopped: Stopped.GoesOn));
            return command;
        }
    }

    private static async Task<int> Migrate(CommandSession session, CancellationToken cancel)
    {
        var applied = await session.Get<PrepareDatabase>().Migrate(cancel);
        session.Say(applied.Count == 0 ? "База данных уже готова." : "База данных обновлена.");
        session.Result(new { applied });
        return ExitCode.Done;
    }
}
