namespace Marshrut.Core.Organizations;

/// <summary>Programme of study (направление подготовки, специальность, профессия) from the directory.</summary>
public sealed class Programme
{
    /// <summary><c>NN.NN.NN</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Normalised name for finding a code by name.</summary>
    public required string SearchName { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string? SuccessorCode { get; set; }
}
