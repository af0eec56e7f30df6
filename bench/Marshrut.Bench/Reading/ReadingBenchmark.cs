using System.Diagnostics;
using System.Globalization;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Spreadsheets.Writing;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Bench.Reading;

/// <summary>
/// The reading half of an import and the writing of an export, each in a process of its own, so that its peak of memory is its own:
/// 100 000 rows of 25 columns, without any database. The limits leave the rest of DESIGN §6 to the database.
/// </summary>
internal static class ReadingBenchmark
{
    private const int Rows = 100_000;
    private const double ReadSeconds = 5;
    private const double ReadMegabytes = 200;
    private const double WriteSeconds = 6;
    private const double WriteMegabytes = 150;

    /// <summary>Without arguments measures everything; «read FILE», «write FILE» and «errors FILE» are the child processes.</summary>
    public static Task<int> Run(string[] arguments) => Task.FromResult(arguments switch
    {
        ["read", var file] => Child(() => Read(file)),
        ["write", var file] => Child(() => Write(file)),
        ["errors", var file] => Child(() => WriteErrors(file)),
        _ => Measure(),
    });

    private static int Measure()
    {
        var register = InventedRegister.Write(Rows);
        var export = Path.ChangeExtension(register, ".out.xlsx");
        try
        {
            var report = new Report();
            Report.Title(string.Create(CultureInfo.InvariantCulture, $"{Rows} rows of {InventedRegister.Columns} columns, {new FileInfo(register).Length >> 20} MB of xlsx"));
            Judge(report, "read and parse", ["read", register], ReadSeconds, ReadMegabytes);
            Judge(report, "write an export", ["write", export], WriteSeconds, WriteMegabytes);
            var errors = Spawn(["errors", register]);
            Report.Row("write the error workbook (with reading twice)", errors.Seconds, "s");
            Report.Row("  of a processor", errors.ProcessorSeconds, "s");
            Report.Row("  peak of the process", errors.Megabytes, "MB");
            return report.AllMet ? 0 : 1;
        }
        finally
        {
            File.Delete(register);
            File.Delete(export);
        }
    }

    private static void Judge(Report report, string what, string[] arguments, double mostSeconds, double mostMegabytes)
    {
        var cost = Spawn(arguments);
        report.AtMost(what, cost.Seconds, "s", mostSeconds);
        Report.Row("  of a processor", cost.ProcessorSeconds, "s");
        report.AtMost("  peak of the process", cost.Megabytes, "MB", mostMegabytes);
    }

    private static Cost Spawn(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] own = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ReadingBenchmark).Assembly.Location] : [];
        foreach (var argument in own.Append("reading").Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        double[] numbers = [.. output.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return numbers is [var seconds, var processorSeconds, var megabytes] && child.ExitCode == 0
            ? new Cost(seconds, processorSeconds, megabytes)
            : throw new InvalidOperationException($"The measuring process ended with {child.ExitCode}.");
    }

    private static int Child(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.000} {self.TotalProcessorTime.TotalSeconds:0.000} {self.PeakWorkingSet64 / 1048576.0:0.0}"));
        return 0;
    }

    private static void Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = RegisterFile.Open(stream, Options);
        var parser = file.CreateParser();
        var (good, errors) = (0, 0);
        foreach (var row in parser.Parse(file.Rows()))
        {
            good += row.Rejected ? 0 : 1;
            errors += row.Errors.Count;
        }

        if ((good, errors, parser.Repaired) != (Rows, Rows / 200, Rows / 100))
        {
            throw new InvalidOperationException($"Read {good} rows, {errors} errors, {parser.Repaired} repaired.");
        }
    }

    private static void Write(string path)
    {
        using var stream = File.Create(path);
        using var xlsx = new XlsxWriter(stream, "Выгрузка", [.. Enumerable.Repeat(16.0, InventedRegister.Columns)], frozenRows: 1);
        xlsx.Header(Enumerable.Range(1, InventedRegister.Columns).Select(column => $"Столбец {column}"));
        for (var row = 0; row < Rows; row++)
        {
            xlsx.StartRow();
            xlsx.Number(row);
            for (var column = 1; column < InventedRegister.Columns; column++)
            {
                xlsx.Text(column % 3 == 0 ? "Ольхова Вера Ильинична" : "практика или стажировка");
            }
        }
    }

    private static void WriteErrors(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = RegisterFile.Open(stream, Options);
        var parser = file.CreateParser();
        List<CellError> errors = [];
        List<CellRepair> repairs = [];
        foreach (var row in parser.Parse(file.Rows()))
        {
            errors.AddRange(row.Errors);
            repairs.AddRange(row.Repairs);
        }

        ErrorWorkbook.Write(Stream.Null, file.Sheet, file.Rows(), parser.Width, errors, repairs, parser.SensitiveColumns);
    }

    private sealed record Cost(double Seconds, double ProcessorSeconds, double Megabytes);

    private static RegisterReadingOptions Options => new() { Today = new DateOnly(2026, 11, 23) };
}
