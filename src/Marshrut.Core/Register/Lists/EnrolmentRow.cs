using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Lists;

/// <summary>One line of the list of students, as a reader sees it.</summary>
/// <param name="ExternalId">Идентификатор; empty: none.</param>
/// <param name="ProgrammeName">Null: the directory does not know the code (R6), or there is no code, as in a school.</param>
/// <param name="Level">Null: never assessed.</param>
/// <param name="Complete">Every counted characteristic is known (R19).</param>
/// <param name="Priority">Null unless the level is high (R22).</param>
/// <param name="Present">Short names of present characteristics, the heaviest first; only those that may stand in lists.</param>
/// <param name="Unknown">The same of those nothing is known of.</param>
public sealed record EnrolmentRow(
    long EnrolmentId,
    long PersonId,
    string ExternalId,
    string LastName,
    string FirstName,
    string? MiddleName,
    string ProgrammeCode,
    string? ProgrammeName,
    string? Group,
    int? Course,
    int GraduationYear,
    EnrolmentStatus Status,
    bool HasTransferConsent,
    RiskLevel? Level,
    bool Complete,
    AssessmentStatus? Decision,
    int? Priority,
    IReadOnlyList<string> Present,
    IReadOnlyList<string> Unknown)
{
    /// <summary>How the latest hand-over of the person stands; null: was never handed over.</summary>
    public HandedLine? Handed { get; init; }

    /// <summary>The code stands in no directory.</summary>
    public bool IsUnknownProgramme => ProgrammeName is null && ProgrammeCode.Length > 0;

    internal static EnrolmentRow Of(EnrolmentLine line, Sealer sealer, IReadOnlyList<Characteristic> added)
    {
        IReadOnlyList<string> present = [];
        IReadOnlyList<string> unknown = [];
        if (line is { AssessmentId: { } assessmentId, Block: { } sealedBlock })
        {
            var block = sealer.OpenAssessment(sealedBlock, assessmentId);
            present = ListTags.Present(block, added);
            unknown = ListTags.Unknown(block, added);
        }

        return new EnrolmentRow(
            line.EnrolmentId, line.PersonId, line.ExternalId, line.LastName, line.FirstName, line.MiddleName, line.ProgrammeCode, line.ProgrammeName, line.Group, line.Course,
            line.GraduationYear, line.Status, line.TransferConsentOn is not null,
            line.IsHigh switch { null => null, true => RiskLevel.High, false => RiskLevel.NotHigh },
            line.Complete ?? false,
            line.Decision,
            line.IsHigh == true ? line.Priority : null,
            present,
            unknown);
    }
}
