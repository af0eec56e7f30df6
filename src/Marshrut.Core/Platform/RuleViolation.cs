namespace Marshrut.Core.Platform;

/// <summary>A business rule forbids the step. The message is a Russian sentence made for the user and carries no personal data.</summary>
public sealed class RuleViolation(string code, string message) : Exception(message)
{
    /// <summary>A stable kebab-case code, for commands and the API.</summary>
    public string Code { get; } = code;
}
