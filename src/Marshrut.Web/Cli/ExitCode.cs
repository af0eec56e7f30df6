namespace Marshrut.Web.Cli;

/// <summary>Exit codes that others rely on (DESIGN §7).</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int DoneWithErrors = 1;
    public const int BadInput = 2;
    public const int Failure = 3;
}
