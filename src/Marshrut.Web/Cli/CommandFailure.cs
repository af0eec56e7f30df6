namespace Marshrut.Web.Cli;

/// <summary>A command cannot go on: what to tell, and how to leave.</summary>
internal sealed class CommandFailure(int exitCode, string code, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public string Code { get; } = code;

    public static CommandFailure BadInput(string code, string message) => new(Cli.ExitCode.BadInput, code, message);
}
