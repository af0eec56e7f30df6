using System.CommandLine;
using Marshrut.Core.Accounts;

namespace Marshrut.Web.Cli.Verbs;

internal static class ApiKeyVerb
{
    public static Command Command
    {
        get
        {
            var org = new Option<string>("--org") { Description = "Код организации", Required = true };
            var name = new Option<string>("--name") { Description = "Для чего ключ", Required = true };
            var add = new Command("add", "Выдать ключ доступа программе") { org, name };
            add.SetAction((parsed, cancel) => CommandLine.WithDatabase(parsed, (session, stop) => Add(session, parsed.GetValue(org)!, parsed.GetValue(name)!, stop), cancel));
            return new Command("apikey", "Ключи доступа") { add };
        }
    }

    private static async Task<int> Add(CommandSession session, string code, string name, CancellationToken cancel)
    {
        await session.EnterOrganization(code, cancel);
        var added = await session.Get<AddApiKey>().Add(code, name, cancel);
        session.Say($"Ключ «{added.Name}»: {added.Key}\nСохраните его сейчас: больше он нигде не появится.");
        session.Result(new { name = added.Name, key = added.Key });
        return ExitCode.Done;
    }
}
