namespace Marshrut.Core.Risk;

/// <summary>Which part of the register a determination of risk takes; what is null does not narrow.</summary>
/// <param name="Programme"><c>NN.NN.NN</c>.</param>
/// <param name="Group">As in the register.</param>
/// <param name="WithoutLevel">Only those who have no level now.</param>
public sealed record AssessedPart(string? Programme = null, int? Course = null, string? Group = null, bool WithoutLevel = false)
{
    public static AssessedPart Whole { get; } = new();

    internal bool Covers(string programme, int? course, string? group) =>
        (Programme is null || Programme == programme) && (Course is null || Course == course) && (Group is null || Group == group);
}
