using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Marshrut.Core;
using Marshrut.Core.Installation;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Seeding;
using Marshrut.Web.Cli.Verbs;

namespace Marshrut.Web.Cli;

/// <summary>The one executable's verbs (DESIGN §7). <c>serve</c> is the default.</summary>
internal static partial class CommandLine
{
    public static readonly Option<bool> JsonOption = new("--json") { Description = "Напечатать результат одним объектом JSON", Recursive = true };

    public static async Task<int> Run(string[] args)
    {
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        // An option of every verb may stand before the verb.
        if (args.SkipWhile(argument => argument == JsonOption.Name).FirstOrDefault() is not { } first
            || (first.StartsWith("--", StringComparison.Ordinal) && first is not ("--help" or "--version")))
        {
            args = ["serve", .. args];
        }

        var root = new RootCommand("«Маршрут»: центры карьеры и центры занятости региона работают вместе") { JsonOption };
        foreach (var verb in Verb.All)
        {
            root.Subcommands.Add(verb);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Fail(args.Contains("--json"), ExitCode.BadInput, "bad-arguments", string.Join(' ', parsed.Errors.Select(Sentence)) + " Список команд: marshrut --help.");
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Runs a verb that works on the database, and turns whatever stops it into a sentence and an exit code.</summary>
    /// <param name="parsed">The command as it was typed.</param>
    /// <param name="body">What the verb does.</param>
    /// <param name="cancel">Ctrl+C.</param>
    /// <param name="prepare">Migrate first, or refuse an old database (R28).</param>
    /// <param name="stopped">What is said after Ctrl+C.</param>
    public static async Task<int> WithDatabase(
        ParseResult parsed, Func<CommandSession, CancellationToken, Task<int>> body, CancellationToken cancel, bool prepare = true, string stopped = Stopped.NothingChanged)
    {
        var json = parsed.GetValue(JsonOption);
        try
        {
            await using var services = Build();
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActingScope>().ActAs("system:cli");
            if (prepare)
            {
                await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().Prepare(cancel);
            }

            return await body(new CommandSession(scope.ServiceProvider, json), cancel);
        }
        catch (Exception problem)
        {
            return Explain(problem, json, stopped);
        }
    }

    /// <summary>Says what stopped a command, and how it leaves.</summary>
    /// <param name="problem">What was thrown, with all its layers.</param>
    /// <param name="json">Also as an object on standard output.</param>
    /// <param name="stopped">What to say of a cancellation.</param>
    public static int Explain(Exception problem, bool json, string stopped = Stopped.NothingChanged) => Explain(problem, problem, json, stopped);

    private static int Explain(Exception problem, Exception whole, bool json, string stopped) => problem switch
    {
        CommandFailure failure => Fail(json, failure.ExitCode, failure.Code, failure.Message),
        RuleViolation violation => Fail(json, ExitCode.BadInput, violation.Code, violation.Message),
        InstallationProblem installation => Fail(json, ExitCode.Failure, installation.Code, installation.Message),
        SpreadsheetProblem file => Fail(json, ExitCode.BadInput, file.Code, file.Message),
        FormatException format => Fail(json, ExitCode.BadInput, "bad-settings", format.Message),
        OperationCanceledException => Fail(json, ExitCode.Failure, "stopped", stopped),
        DbException database when (SqliteTrouble.Of(database) ?? PostgresTrouble.Of(database)) is { } trouble => Fail(json, ExitCode.Failure, trouble.Code, trouble.Message, whole),
        IOException => Fail(json, ExitCode.Failure, "storage", "Не удалось прочитать или записать файл: " + problem.Message, whole),
        UnauthorizedAccessException => Fail(json, ExitCode.Failure, "storage", "К файлу или папке нет доступа: " + problem.Message, whole),

        // Layers wrap what stopped them.
        { InnerException: DbException or InstallationProblem or IOException } => Explain(problem.InnerException, whole, json, stopped),
        _ => Fail(json, ExitCode.Failure, "unexpected", "Команда остановилась из-за непредвиденной причины: " + problem.GetType().Name + ". " + problem.Message, whole),
    };

    public static ServiceProvider Build()
    {
        var configuration = Configuration();
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddSimpleConsole().SetMinimumLevel(LogLevel.Error)
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical));
        services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddMarshrutCore(CoreSettings.From(configuration));
        services.AddMarshrutSeeding();
        return services.BuildServiceProvider(validateScopes: true);
    }

    public static IConfiguration Configuration() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>The library has no Russian for a missing option.</summary>
    private static string Sentence(ParseError error) => MissingOption().Match(error.Message) is { Success: true } missing
        ? $"Не хватает ключа {missing.Groups["option"].Value}."
        : error.Message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal).TrimEnd('.', ' ') + ".";

    [GeneratedRegex("^Option '(?<option>[^']+)' is required", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MissingOption();

    private static int Fail(bool json, int exitCode, string code, string message, Exception? problem = null)
    {
        if (json)
        {
            CommandSession.Print(new { error = new { code, message } });
        }

        Console.Error.WriteLine(message);
        if (problem is not null && Environment.GetEnvironmentVariable("MARSHRUT_TRACE") == "1")
        {
            Console.Error.WriteLine(problem);
        }

        return exitCode;
    }
}
