using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Reading;

/// <summary>A row of the register that comes in: every required value is there (DOMAIN §5).</summary>
public sealed record RegisterRow
{
    /// <summary>The organisation's own number, as written; names an enrolment (R7).</summary>
    public FieldValue<string> ExternalId { get; init; }

    public required string LastName { get; init; }

    public required string FirstName { get; init; }

    public FieldValue<string> MiddleName { get; init; }

    public required DateOnly BirthDate { get; init; }

    public FieldValue<Sex> Sex { get; init; }

    /// <summary>Eleven digits.</summary>
    public FieldValue<string> Snils { get; init; }

    /// <summary>E.164.</summary>
    public FieldValue<string> Phone { get; init; }

    /// <summary>Lower case.</summary>
    public FieldValue<string> Email { get; init; }

    /// <summary><c>NN.NN.NN</c>. Null only for a programme given by a name, and only when no lookup was injected, or a school's row.</summary>
    public string? ProgrammeCode { get; init; }

    /// <summary>The programme's name where the row has one, beside a code or instead of it.</summary>
    public string? ProgrammeName { get; init; }

    /// <summary>Blank: the programme decides.</summary>
    public FieldValue<EducationLevel> Level { get; init; }

    public FieldValue<StudyForm> StudyForm { get; init; }

    public FieldValue<Funding> Funding { get; init; }

    /// <summary>1–6.</summary>
    public FieldValue<int> Course { get; init; }

    public FieldValue<string> Group { get; init; }

    /// <summary>In the spelling of the region's directory where there is one.</summary>
    public FieldValue<string> District { get; init; }

    /// <inheritdoc cref="District"/>
    public FieldValue<string> DistrictAfter { get; init; }

    /// <summary>Health data: given only together with a consent in the same row (R2).</summary>
    public FieldValue<string> WorkLimits { get; init; }

    /// <summary>1990–2050.</summary>
    public required int GraduationYear { get; init; }

    public FieldValue<EnrolmentStatus> Status { get; init; }

    /// <summary>Day of the signed document.</summary>
    public FieldValue<DateOnly> ConsentTransfer { get; init; }

    /// <inheritdoc cref="ConsentTransfer"/>
    public FieldValue<DateOnly> ConsentHealth { get; init; }

    /// <inheritdoc cref="ConsentTransfer"/>
    public FieldValue<DateOnly> ConsentRisk { get; init; }

    /// <summary>The facts of DOMAIN §7 whose cells are not blank, in the order of the columns.</summary>
    public IReadOnlyList<ImportedFact> Facts { get; init; } = [];
}

/// <summary>One answer of the register.</summary>
/// <param name="Code">Which fact; its number is that of the characteristic.</param>
/// <param name="Value">Yes, No or NotWorking as written under the header (R17); Unknown erases (R8).</param>
public readonly record struct ImportedFact(FactCode Code, FactValue Value);
