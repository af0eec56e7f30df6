using System.CommandLine;
using Marshrut.Core.Accounts;

namespace Marshrut.Web.Cli.Verbs;

internal static class UserVerb
{
    public static Command Command
    {
        get
        {
            var login = new Option<string>("--login") { Description = "Логин", Required = true };
            var role = new Option<string>("--role") { Description = string.Join(", ", Enum.GetNames<Role>()), Required = true };
            role.AcceptOnlyFromAmong(Enum.GetNames<Role>());
            var org = new Option<string?>("--org") { Description = "Код организации" };
            var region = new Option<string?>("--region") { Description = "Код региона: для RegionalCoordinator и Methodologist" };
            var name = new Option<string?>("--name") { Description = "Фамилия и имя, как их увидят коллеги" };
            var restricted = new Option<bool>("--restricted-facts") { Description = "Разрешить закрытые сведения (только сотруднику ЦЗН)" };
            var fromInput = new Option<bool>("--password-stdin") { Description = "Взять постоянный пароль со стандартного ввода" };
            var add = new Command("add", "Добавить пользователя") { login, role, org, region, name, restricted, fromInput };
            add.SetAction((parsed, cancel) => CommandLine.WithDatabase(
                parsed,
                async (session, stop) => await Add(
                    session,
                    new NewUser(
                        parsed.GetValue(login)!,
                        Enum.Parse<Role>(parsed.GetValue(role)!),
                        parsed.GetValue(org),
                        parsed.GetValue(region),
                        parsed.GetValue(name),
                        parsed.GetValue(fromInput) ? await ReadPassword(stop) : null,
                        parsed.GetValue(restricted)),
                    stop),
                cancel));
            return new Command("user", "Пользователи") { add };
        }
    }

    private static async Task<string> ReadPassword(CancellationToken cancel) =>
        await Console.In.ReadLineAsync(cancel) is { Length: > 0 } password
            ? password
            : throw CommandFailure.BadInput("no-password", "На стандартном вводе нет пароля. Передайте его одной строкой.");

    private static async Task<int> Add(CommandSession session, NewUser input, CancellationToken cancel)
    {
        var added = await session.Get<AddUser>().Add(input, cancel);
        session.Say(added.OneTimePassword is { } password
            ? $"Логин: {added.Login}\nОдноразовый пароль: {password}\nПри первом входе его попросят сменить. Больше он нигде не появится."
            : $"Пользователь {added.Login} добавлен с вашим паролем.");
        session.Result(added.OneTimePassword is { } oneTime ? new { login = added.Login, password = oneTime } : new { login = added.Login });
        return ExitCode.Done;
    }
}
