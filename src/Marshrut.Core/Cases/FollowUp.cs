using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases;

/// <summary>A planned question to a person who works, or to the employer: how do they settle in?</summary>
public sealed class FollowUp : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long CaseId { get; init; }

    public required DateOnly DueOn { get; init; }

    public required FollowUpWith With { get; init; }

    public DateOnly? DoneOn { get; set; }
}
