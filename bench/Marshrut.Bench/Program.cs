using Marshrut.Bench;
using Marshrut.Bench.Answering;
using Marshrut.Bench.Handover;
using Marshrut.Bench.Jobs;
using Marshrut.Bench.Kernel;
using Marshrut.Bench.Reading;
using Marshrut.Bench.Sandbox;

// One line a benchmark: the first word of the command line chooses it, the rest is its own.
Benchmark[] benchmarks =
[
    new("kernel", "risk kernel: throughput, and Microsoft RulesEngine on the same people and rules", KernelBenchmark.Run),
    new("bdn", "risk kernel under BenchmarkDotNet", _ => KernelMicrobenchmark.Run()),
    new("reading", "a register of 100 000 rows read and parsed, an export and an error workbook written", ReadingBenchmark.Run),
    new("jobs", "import of 100 000 rows and assessment of a million people by command, on both databases", JobsBenchmark.Run),
    new("handover", "queue, morning, cases and the region's way to work at a million people and 200 000 cases", HandoverBenchmark.Run),
    new("transfer", "a thousand people handed over at once, and what the nets of tenancy cost a list", TransferBenchmark.Run),
    new("sandbox", "the sandbox of a methodology over 300 000 people of a region", SandboxBenchmark.Run),
    new("answers", "ten thousand students answer a questionnaire by their links against the published program", AnsweringBenchmark.Run),
    new("start", "start of the published program to its first page, and the memory it then holds", StartBenchmark.Run),
];

if (args is [var name, .. var rest] && benchmarks.FirstOrDefault(b => b.Name == name) is { } chosen)
{
    return await chosen.Run(rest);
}

Console.Error.WriteLine("Say which benchmark to run: dotnet run -c Release --project bench/Marshrut.Bench -- NAME");
foreach (var benchmark in benchmarks)
{
    Console.Error.WriteLine($"  {benchmark.Name,-10} {benchmark.What}");
}

return 2;
