using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.People;

/// <summary>A person's study of one programme. Lists are lists of enrolments.</summary>
public sealed class Enrolment : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long PersonId { get; init; }

    /// <summary>Copy of the person's: lists order and search by it without a join.</summary>
    public required string SortName { get; set; }

    /// <summary>The organisation's own number; the identity on re-import (R7). '' where there is none.</summary>
    public required string ExternalId { get; set; }

    /// <summary><c>NN.NN.NN</c>, in the directory or not (R6).</summary>
    public required string ProgrammeCode { get; set; }

    public required EducationLevel Level { get; set; }

    public StudyForm? StudyForm { get; set; }

    public Funding? Funding { get; set; }

    public int? Course { get; set; }

    public string? Group { get; set; }

    public required int GraduationYear { get; set; }

    public required EnrolmentStatus Status { get; set; }

    /// <summary>Sealed enrolment facts: characteristics 8–12; of one size for everybody (R27).</summary>
    public required byte[] Facts { get; set; }

    public int Version { get; set; }

    public long? CreatedByImportId { get; set; }

    public long? LastImportId { get; set; }
}
