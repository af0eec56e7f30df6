using System.CommandLine;
using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Imports.StatisticsFiles;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Marshrut.Rules.Language;
using Marshrut.Seeding.Demo;
using Marshrut.Seeding.Samples;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Web.Cli.Verbs;

/// <summary>The demo region, the sample files over it by the way a user's file goes, and the site.</summary>
internal static class DemoVerb
{
    private const string MainCollege = "zpk";
    private const string SecondStep = "Auth:RequireTotp";

    public static Command Command
    {
        get
        {
            var makeOnly = new Option<bool>("--no-serve") { Description = "Только создать учебный регион, сайт не открывать" };
            var command = new Command("demo", "Создать учебный регион с вымышленными людьми и открыть сайт") { makeOnly };
            command.TreatUnmatchedTokensAsErrors = false;
            command.SetAction(async (parsed, cancel) =>
            {
                var made = await CommandLine.WithDatabase(parsed, Make, cancel, stopped: Stopped.GoesOn);
                if (made != ExitCode.Done || parsed.GetValue(makeOnly))
                {
                    return made;
                }

                try
                {
                    await Serve([.. parsed.UnmatchedTokens], parsed.GetValue(CommandLine.JsonOption) ? Console.Error : Console.Out, cancel);
                    return ExitCode.Done;
                }
                catch (Exception problem)
                {
                    return ServeVerb.Explain(problem);
                }
            });
            return command;
        }
    }

    private static async Task<int> Make(CommandSession session, CancellationToken cancel)
    {
        var region = await session.Get<DemoRegion>().Make(new DemoRegionInput(session.Say), cancel);
        session.Say(region.Made ? "Учебный регион «Заречная область» создан." : "Учебный регион «Заречная область» уже создан, данные прежние.");
        await session.EnterOrganization(MainCollege, cancel);
        var db = session.Get<MarshrutDb>();
        if (!await db.Imports.AnyAsync(row => row.FileName == SampleFiles.CleanRegister, cancel))
        {
            await ImportSamples(session, cancel);
            await Assess(session, cancel);
            region = await session.Get<DemoRegion>().Make(new DemoRegionInput(), cancel);
        }

        session.Say(
            $"В регионе {Russian.Count(region.Organizations, "организация", "организации", "организаций")}, {Russian.Count(region.People, "человек", "человека", "человек")}. "
            + $"Высокий уровень у {Russian.Number(region.High)}, невысокий у {Russian.Number(region.NotHigh)}.");
        session.Result(new { made = region.Made, organizations = region.Organizations, people = region.People, high = region.High, notHigh = region.NotHigh });
        return ExitCode.Done;
    }

    private static async Task ImportSamples(CommandSession session, CancellationToken cancel)
    {
        session.Say("Загружаем примеры: " + SampleFiles.StatisticsCsv + ", " + SampleFiles.CleanRegister);
        await using (var file = OpenSample(session, SampleFiles.StatisticsCsv))
        {
            var statistics = await session.Get<ImportStatistics>().Import(file, "00", cancel);
            session.Say($"Статистика: строк {Russian.Number(statistics.Read)}, новых {Russian.Number(statistics.Created)}, изменённых {Russian.Number(statistics.Updated)}.");
        }

        var intake = session.Get<RegisterIntake>();
        var options = await intake.Options(cancel);
        StagedRegister register;
        await using (var file = OpenSample(session, SampleFiles.CleanRegister))
        {
            register = intake.Stage(file, options, cancel);
        }

        var report = await session.Get<ApplyRegister>().Apply(new ApplyRegisterInput(SampleFiles.CleanRegister, register, options), cancel);
        session.Say(
            $"Реестр: строк {Russian.Number(report.Read)}, новых {Russian.Number(report.Created)}, изменённых {Russian.Number(report.Updated)}, "
            + $"без изменений {Russian.Number(report.Unchanged)}, отклонённых {Russian.Number(report.Rejected)}.");
    }

    private static async Task Assess(CommandSession session, CancellationToken cancel)
    {
        var asOf = session.Get<TimeProvider>().Today();
        var counts = await session.Get<AssessOrganization>().Assess(new AssessOrganizationInput(asOf, false), cancel);
        session.Say(
            $"Риск в Заречном политехническом колледже: оценены {Russian.Number(counts.Assessed)}, высокий {Russian.Number(counts.High)}, "
            + $"невысокий {Russian.Number(counts.NotHigh)}, из них предварительно {Russian.Number(counts.Preliminary)}.");
    }

    /// <summary>The file beside the program; in another school year one made for it, for the kept files tell of people of their own year.</summary>
    private static Stream OpenSample(CommandSession session, string name)
    {
        var today = session.Get<TimeProvider>().Today();
        if (new SampleFiles(SampleFiles.KeptDay).IsFor(today))
        {
            return CommandSession.OpenFile(Path.Combine(AppContext.BaseDirectory, "samples", name));
        }

        var made = new MemoryStream();
        new SampleFiles(today).All.First(file => file.Name == name).Write(made);
        made.Position = 0;
        return made;
    }

    /// <param name="told">Where the address and the sign-ins are printed: not among a result that a program reads.</param>
    private static async Task Serve(string[] arguments, TextWriter told, CancellationToken cancel)
    {
        // Whoever looks at invented people need not set up a second step, unless the installation asks for it by name.
        var configured = CommandLine.Configuration()[SecondStep] is not null;
        await using var app = SiteHost.Build(configured ? arguments : [.. arguments, $"--{SecondStep}=false"]);
        await app.StartAsync(cancel);
        told.WriteLine();
        told.WriteLine("Сайт открыт: " + string.Join(", ", app.Urls));
        told.WriteLine($"Пароль у всех один: {DemoSignIn.Password}");
        foreach (var person in DemoSignIn.Shown)
        {
            told.WriteLine($"  {person.Login,-10} {person.FullName}, {RoleNames.Of(person.Role)}");
        }

        told.WriteLine("Остановить: Ctrl+C.");
        await app.WaitForShutdownAsync(cancel);
    }
}
