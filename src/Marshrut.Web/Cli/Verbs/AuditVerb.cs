using System.CommandLine;
using Marshrut.Core.Platform.Audit;
using Marshrut.Rules.Language;

namespace Marshrut.Web.Cli.Verbs;

internal static class AuditVerb
{
    public static Command Command
    {
        get
        {
            var expect = new Option<string?>("--expect") { Description = "Что раньше напечатала команда audit head: так находят срезанный конец журнала" };
            var verify = new Command("verify", "Проверить цепочки журнала") { expect };
            verify.SetAction((parsed, cancel) => CommandLine.WithDatabase(parsed, (session, stop) => Verify(session, parsed.GetValue(expect), stop), cancel));
            var head = new Command("head", "Напечатать отпечаток всего журнала");
            head.SetAction((parsed, cancel) => CommandLine.WithDatabase(parsed, Head, cancel));
            var prune = new Command("prune", "Убрать записи журнала, срок хранения которых вышел (Audit:KeepYears)");
            prune.SetAction((parsed, cancel) => CommandLine.WithDatabase(parsed, Prune, cancel, stopped: Stopped.GoesOn));
            return new Command("audit", "Журнал действий") { verify, head, prune };
        }
    }

    private static async Task<int> Verify(CommandSession session, string? expected, CancellationToken cancel)
    {
        var verdict = await session.Get<VerifyAudit>().Verify(expected, cancel);
        session.Result(new { sound = verdict.Sound, rows = verdict.Rows, head = verdict.Head, chain = verdict.Chain, sequence = verdict.Sequence, problem = verdict.Problem });
        session.Say(verdict switch
        {
            { Sound: true } => $"Журнал цел: {Russian.Count(verdict.Rows, "запись", "записи", "записей")}. Отпечаток {verdict.Head}.",
            { Problem: "missing" } => $"Журнал нарушен: в цепочке {verdict.Chain} нет записи № {verdict.Sequence}.",
            { Problem: "altered" } => $"Журнал нарушен: в цепочке {verdict.Chain} запись № {verdict.Sequence} изменена или вставлена.",
            { Problem: "head" } => $"Журнал нарушен: цепочка {verdict.Chain} кончается не там, где должна, у записи № {verdict.Sequence}.",
            _ => "Журнал не сходится с ожидаемым отпечатком: его конец срезан или заменён.",
        });
        return verdict.Sound ? ExitCode.Done : ExitCode.DoneWithErrors;
    }

    private static async Task<int> Prune(CommandSession session, CancellationToken cancel)
    {
        var removed = await session.Get<PruneAudit>().Prune(cancel);
        session.Result(new { removed });
        session.Say(removed == 0 ? "Записей с вышедшим сроком хранения нет." : $"Из журнала убрано: {Russian.Count(removed, "запись", "записи", "записей")}. Цепочки целы, запишите новую отметку: marshrut audit head.");
        return ExitCode.Done;
    }

    private static async Task<int> Head(CommandSession session, CancellationToken cancel)
    {
        var head = await session.Get<VerifyAudit>().Head(cancel);
        session.Result(new { head });
        session.Say(head);
        return ExitCode.Done;
    }
}
