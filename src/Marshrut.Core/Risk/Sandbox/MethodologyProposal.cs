namespace Marshrut.Core.Risk.Sandbox;

public enum ProposalKind
{
    /// <summary>An organisation would change parameters of the region's methodology.</summary>
    Change = 1,

    /// <summary>An organisation has adopted an added characteristic of its own: the methodologist is told.</summary>
    Added = 2,
}

public enum ProposalState
{
    Open = 1,

    /// <summary>A version was made of it, or the methodologist has taken note.</summary>
    Taken = 2,
    Declined = 3,
}

/// <summary>What an organisation writes to the methodologist of its region. No people are in it.</summary>
public sealed class MethodologyProposal
{
    public required long Id { get; init; }

    public required string RegionCode { get; init; }

    /// <summary>Organisation that writes.</summary>
    public required long FromId { get; init; }

    public required ProposalKind Kind { get; init; }

    public ProposalState State { get; set; }

    /// <summary>The version that was changed, for <see cref="ProposalKind.Change"/>.</summary>
    public long? BasedOnId { get; init; }

    /// <summary>Parameters as they would be, for <see cref="ProposalKind.Change"/>.</summary>
    public string? Parameters { get; init; }

    /// <summary>What was adopted, in words, for <see cref="ProposalKind.Added"/>.</summary>
    public string? Adopted { get; init; }

    public required string Reason { get; init; }

    public required string Actor { get; init; }

    public required DateTime At { get; init; }

    public string? Answer { get; set; }

    public string? AnsweredBy { get; set; }

    public DateTime? AnsweredAt { get; set; }
}
