using System.Text;
using Marshrut.Core.Imports;
using Marshrut.Core.Imports.StatisticsFiles;
using Marshrut.Seeding.Registers;
using Marshrut.Seeding.Students;

namespace Marshrut.Seeding.Demo;

/// <summary>Registers and statistics come in through the real intake: ledger, consents, possible duplicates, reports and journal are what an import makes of them.</summary>
internal sealed class DemoRegisters(RegisterIntake intake, ApplyRegister apply, ImportStatistics statistics)
{
    /// <summary>Statistics of the cohorts that graduated in the three years before the present class.</summary>
    public static IReadOnlyList<StatisticsFileRow> StatisticsOf(SeedDates dates)
    {
        IReadOnlyList<StatisticsSource> sources = [.. DemoMap.Teachers.Select(StatisticsSource.Of), .. DemoMap.OutsideSources];
        int[] cohorts = [dates.ClassYear - 3, dates.ClassYear - 2, dates.ClassYear - 1];
        return [.. StatisticsMaker.Make(sources, cohorts, dates.ClassYear, new SeededRandom(DemoPeople.DefaultSeed).Fork("statistics"))];
    }

    public async Task ImportStatistics(SeedDates dates, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        StatisticsTable.WriteCsv(file, StatisticsOf(dates));
        file.Position = 0;
        await statistics.Import(file, DemoMap.RegionCode, cancel);
    }

    /// <summary>Imports into the organisation in scope.</summary>
    public async Task<ImportReport> Import(string fileName, RegisterTable table, IReadOnlyList<MadeStudent> students, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        table.WriteCsv(file, students.Select((student, i) => DemoDirt.On(table.Row(student), i, table.Fields)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        file.Position = 0;
        var options = await intake.Options(cancel);
        return await apply.Apply(new ApplyRegisterInput(fileName, intake.Stage(file, options, cancel), options), cancel);
    }
}
