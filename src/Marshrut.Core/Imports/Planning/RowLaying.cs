using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;

namespace Marshrut.Core.Imports.Planning;

/// <summary>A row of the file laid over what is stored: a blank cell never erases, «неизвестно» does (R8).</summary>
internal static class RowLaying
{
    public static PersonValues Over(this RegisterRow row, PersonValues? stored) => new(
        row.LastName,
        row.FirstName,
        row.MiddleName.Over(stored?.MiddleName),
        row.BirthDate,
        row.Sex.Over(stored?.Sex),
        row.Snils.Over(stored?.Snils),
        row.Phone.Over(stored?.Phone),
        row.Email.Over(stored?.Email),
        row.District.Over(stored?.District),
        row.DistrictAfter.Over(stored?.DistrictAfter),
        row.ConsentTransfer.Over(stored?.TransferConsentOn),
        row.ConsentRisk.Over(stored?.RiskConsentOn));

    /// <summary>A level that the file does not name follows the programme; a status, «обучается».</summary>
    public static EnrolmentValues Over(this RegisterRow row, EnrolmentValues? stored)
    {
        var programme = row.ProgrammeCode ?? stored?.ProgrammeCode ?? "";
        var derived = LevelOf(programme);
        var storedLevel = stored is null || stored.ProgrammeCode != programme ? derived : stored.Level;
        return new EnrolmentValues(
            row.ExternalId.Over(stored?.ExternalId) ?? "",
            programme,
            row.Level.IsGiven ? row.Level.Value : row.Level.IsBlank ? storedLevel : derived,
            row.StudyForm.Over(stored?.StudyForm),
            row.Funding.Over(stored?.Funding),
            row.Course.Over(stored?.Course),
            row.Group.Over(stored?.Group),
            row.GraduationYear,
            row.Status.Over(stored?.Status) ?? EnrolmentStatus.Studying);
    }

    /// <summary>A code outside the order of the directories (R6 takes any) says nothing of the level: the commonest one stands in.</summary>
    private static EducationLevel LevelOf(string programme) =>
        programme.Length == 0 ? EducationLevel.School : ProgrammeCodes.LevelOf(programme) ?? EducationLevel.MidLevelSpecialist;
}
