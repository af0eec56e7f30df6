namespace Marshrut.Core.Platform;

/// <summary>The installation itself is not in order (schema, key ring, storage). The message is a Russian sentence for the operator.</summary>
public sealed class InstallationProblem(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
