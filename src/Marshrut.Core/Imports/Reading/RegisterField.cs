using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Reading;

/// <summary>How the cells of a register column are read.</summary>
public enum RegisterFieldKind
{
    Identifier,
    Name,
    FullName,
    BirthDate,
    Date,
    Sex,
    Snils,
    Phone,
    Email,
    ProgrammeCode,
    Programme,
    Level,
    StudyForm,
    Funding,
    Course,
    Year,
    Status,
    District,
    Text,

    /// <summary>Free text about health (R2).</summary>
    WorkLimits,

    /// <summary>Yes or no: a fact of DOMAIN §7.</summary>
    Fact,
}

/// <summary>A column of the register (DOMAIN §5, §7).</summary>
/// <param name="Key">Key of DOMAIN §5; for a fact the code of its characteristic (<c>disability</c>).</param>
/// <param name="Header">The canonical header.</param>
/// <param name="Kind">How its cells are read.</param>
/// <param name="Synonyms">Other headers for it (R13 and more), the surest first.</param>
public sealed record RegisterField(string Key, string Header, RegisterFieldKind Kind, params IReadOnlyList<string> Synonyms)
    : TableColumn(Key, Header, Synonyms)
{
    /// <summary>A row without it is rejected (R3). «ФИО» and a programme's name stand in for it where they can.</summary>
    public bool Required { get; init; }

    public Sensitivity Sensitivity { get; init; }

    public override bool IsSensitive => Sensitivity != Sensitivity.Ordinary;

    /// <summary>Set for the facts of DOMAIN §7.</summary>
    public FactCode? Fact { get; init; }

    /// <summary>Columns are compared as themselves: two with equal texts do not exist.</summary>
    public bool Equals(RegisterField? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
