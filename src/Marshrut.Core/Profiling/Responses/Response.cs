using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Profiling.Responses;

/// <summary>How answers came to us. Values are stored.</summary>
public enum ResponseWay
{
    /// <summary>A specialist asked by telephone.</summary>
    ByPhone = 1,

    /// <summary>Face to face.</summary>
    InPerson = 2,

    /// <summary>From a sheet that the person filled in.</summary>
    OnPaper = 3,

    /// <summary>By the person, by a link or a code.</summary>
    ByLink = 4,
}

/// <summary>What one person answered to one version of a questionnaire. It never changes: who answers again makes another (DOMAIN §6). It goes with its person.</summary>
public sealed class Response : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long PersonId { get; init; }

    /// <summary>The study that facts of the study hang on (R42).</summary>
    public required long EnrolmentId { get; init; }

    /// <summary>Code of the questionnaire.</summary>
    public required string Questionnaire { get; init; }

    public required int Version { get; init; }

    /// <summary>The day of the answers; they are valid for twelve months from it.</summary>
    public required DateOnly AnsweredOn { get; init; }

    public required ResponseWay Way { get; init; }

    /// <summary>When the person agreed to it, where it was by a link; a specialist tells it in words.</summary>
    public DateTime? AgreedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public required string Actor { get; init; }

    /// <summary>Sealed: <see cref="SealedAnswers"/>.</summary>
    public required byte[] Answers { get; init; }
}
