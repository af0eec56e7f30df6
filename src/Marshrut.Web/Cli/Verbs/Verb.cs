using System.CommandLine;

namespace Marshrut.Web.Cli.Verbs;

/// <summary>The verbs in the order of the help page.</summary>
internal static class Verb
{
    public static IEnumerable<Command> All =>
    [
        ServeVerb.Command,
        DemoVerb.Command,
        MigrateVerb.Command,
        CheckVerb.Command,
        OrgVerb.Command,
        UserVerb.Command,
        ApiKeyVerb.Command,
        ImportVerb.Command,
        AssessVerb.Command,
        ExportVerb.Command,
        AuditVerb.Command,
        KeysVerb.Command,
        BenchDataVerb.Command,
    ];
}
