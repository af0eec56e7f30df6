using Marshrut.Core.Risk.Results;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Export;

/// <summary>One line of the list that leaves: a current assessment with its person (DESIGN §7, R15, R22).</summary>
/// <param name="Before">The level before; null: never determined before.</param>
/// <param name="Known">Of <paramref name="Counted"/> characteristics so many are known (R19).</param>
/// <param name="Added">What the organisation added to the fourteen.</param>
public sealed record AssessmentExportRow(
    string? ExternalId,
    string LastName,
    string FirstName,
    string? MiddleName,
    DateOnly BirthDate,
    string ProgrammeCode,
    string? Group,
    int GraduationYear,
    string? Phone,
    LevelBefore? Before,
    bool IsHigh,
    AssessmentStatus Status,
    int? Priority,
    bool Complete,
    int Known,
    int Counted,
    AssessmentBlock Block,
    IReadOnlyList<Characteristic> Added)
{
    /// <summary>Short titles of the present characteristics that the version counts; never the restricted ones (R15).</summary>
    /// <param name="special">With facts of health: the reader may see them, and the look is in the journal.</param>
    public string PresentTitles(bool special)
    {
        var block = Block;
        return string.Join(", ", Characteristics.Federal.Concat(Added)
            .Where(characteristic => (characteristic.Sensitivity == Sensitivity.Ordinary || special && characteristic.Sensitivity == Sensitivity.Special)
                && (block.Enabled & characteristic.Bit) != 0
                && block.Found.StateOf(characteristic.Number) == CharacteristicState.Present)
            .Select(characteristic => characteristic.ShortName));
    }
}
