using System.CommandLine;
using System.Diagnostics;
using Marshrut.Rules.Language;
using Marshrut.Seeding.Bench;

namespace Marshrut.Web.Cli.Verbs;

internal static class BenchDataVerb
{
    public static Command Command
    {
        get
        {
            var people = new Option<int>("--people") { Description = "Сколько людей, до 10 000 000", Required = true };
            var seed = new Option<ulong>("--seed") { Description = "Начальное число: одно и то же даёт тех же людей", DefaultValueFactory = _ => BenchData.DefaultSeed };
            var command = new Command("bench-data", "Заполнить пустую базу вымышленными людьми для замеров") { people, seed };
            command.SetAction((parsed, cancel) => CommandLine.WithDatabase(
                parsed, (session, stop) => Make(session, new BenchDataInput(parsed.GetValue(people), parsed.GetValue(seed)), stop), cancel, stopped: Stopped.BeginAnew));
            return command;
        }
    }

    private static async Task<int> Make(CommandSession session, BenchDataInput input, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var counts = await session.Get<BenchData>().Make(input, cancel);
        session.Say(
            $"Создано: {Russian.Count(counts.Organizations, "организация", "организации", "организаций")}, {Russian.Count(counts.People, "человек", "человека", "человек")}, "
            + $"{Russian.Count(counts.Statistics, "строка", "строки", "строк")} статистики. Времени ушло: {Russian.Number((long)watch.Elapsed.TotalSeconds)} с.");
        session.Result(new { organizations = counts.Organizations, people = counts.People, statistics = counts.Statistics });
        return ExitCode.Done;
    }
}
