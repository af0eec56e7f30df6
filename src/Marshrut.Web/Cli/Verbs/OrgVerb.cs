using System.CommandLine;
using Marshrut.Core.Organizations;

namespace Marshrut.Web.Cli.Verbs;

internal static class OrgVerb
{
    private static readonly Dictionary<string, OrganizationKind> Kinds = new(StringComparer.Ordinal)
    {
        ["school"] = OrganizationKind.School,
        ["college"] = OrganizationKind.College,
        ["university"] = OrganizationKind.University,
        ["employment-centre"] = OrganizationKind.EmploymentCentre,
    };

    public static Command Command
    {
        get
        {
            var kind = new Option<string>("--kind") { Description = string.Join(", ", Kinds.Keys), Required = true };
            kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
            var code = new Option<string>("--code") { Description = "Код, единственный во всей установке", Required = true };
            var name = new Option<string>("--name") { Description = "Название", Required = true };
            var region = new Option<string>("--region") { Description = "Код региона, две цифры", Required = true };
            var add = new Command("add", "Добавить организацию или обновить её название") { kind, code, name, region };
            add.SetAction((parsed, cancel) => CommandLine.WithDatabase(
                parsed,
                (session, stop) => Add(
                    session,
                    new NewOrganization(Kinds[parsed.GetValue(kind)!], parsed.GetValue(code)!, parsed.GetValue(name)!, parsed.GetValue(region)!),
                    stop),
                cancel));
            return new Command("org", "Организации") { add };
        }
    }

    private static async Task<int> Add(CommandSession session, NewOrganization input, CancellationToken cancel)
    {
        var added = await session.Get<AddOrganization>().Add(input, cancel);
        session.Say(added.Created ? $"Организация «{added.Organization.Name}» добавлена." : $"Организация с этим кодом уже есть; название: «{added.Organization.Name}».");
        session.Result(new { code = added.Organization.Code, name = added.Organization.Name, created = added.Created });
        return ExitCode.Done;
    }
}
