namespace Marshrut.Core.Platform;

/// <summary>
/// The installation itself is not in order (schema, key ring, storage). The message is a Russian sentence for the operator, with what to do;
/// commands answer it with exit code 3.
/// </summary>
public sealed class InstallationProblem(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>A stable kebab-case code.</summary>
    public string Code { get; } = code;
}
