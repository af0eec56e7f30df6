using System.CommandLine;
using Marshrut.Core.Installation;
using Marshrut.Core.Platform;

namespace Marshrut.Web.Cli.Verbs;

internal static class CheckVerb
{
    public static Command Command
    {
        get
        {
            var command = new Command("check", "Осмотреть установку: база, ключи, хранилище, задания, журнал");
            command.SetAction((parsed, cancel) => CommandLine.WithDatabase(parsed, Check, cancel, prepare: false));
            return command;
        }
    }

    private static async Task<int> Check(CommandSession session, CancellationToken cancel)
    {
        var report = await session.Get<CheckInstallation>().Check(cancel);
        foreach (var finding in report.Findings)
        {
            session.Say($"{Mark(finding.Level)} {finding.Message}{(finding.Level == FindingLevel.Sound ? "" : $" [{finding.Code}]")}");
        }

        session.Result(new { sound = report.IsSound, findings = report.Findings.Select(finding => new { code = finding.Code, level = finding.Level.ToString().ToLowerInvariant(), message = finding.Message }) });
        return report.IsSound ? ExitCode.Done : ExitCode.Failure;
    }

    private static string Mark(FindingLevel level) => level switch
    {
        FindingLevel.Sound => "✓",
        FindingLevel.Attention => "!",
        _ => "✗",
    };
}
