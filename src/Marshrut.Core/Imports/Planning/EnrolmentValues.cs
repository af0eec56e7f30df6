using System.Globalization;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;

namespace Marshrut.Core.Imports.Planning;

/// <summary>What the register holds of an enrolment in plain columns; compared by value.</summary>
public sealed record EnrolmentValues(
    string ExternalId,
    string ProgrammeCode,
    EducationLevel Level,
    StudyForm? StudyForm,
    Funding? Funding,
    int? Course,
    string? Group,
    int GraduationYear,
    EnrolmentStatus Status)
{
    public static EnrolmentValues Of(Enrolment enrolment) => new(
        enrolment.ExternalId, enrolment.ProgrammeCode, enrolment.Level, enrolment.StudyForm, enrolment.Funding, enrolment.Course,
        enrolment.Group, enrolment.GraduationYear, enrolment.Status);

    /// <summary>The row laid over what is stored. A level that the file does not name follows the programme; a status, «обучается».</summary>
    public static EnrolmentValues Of(RegisterRow row, EnrolmentValues? stored)
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

    /// <inheritdoc cref="PersonValues.Fields"/>
    public IEnumerable<(string Key, string? Text)> Fields()
    {
        yield return ("externalId", ExternalId.Length == 0 ? null : ExternalId);
        yield return ("programmeCode", ProgrammeCode.Length == 0 ? null : ProgrammeCode);
        yield return ("level", StudyWords.Level(Level));
        yield return ("studyForm", StudyWords.Form(StudyForm));
        yield return ("funding", StudyWords.Funding(Funding));
        yield return ("course", Course?.ToString(CultureInfo.InvariantCulture));
        yield return ("group", Group);
        yield return ("graduationYear", GraduationYear.ToString(CultureInfo.InvariantCulture));
        yield return ("status", StudyWords.Status(Status));
    }

    /// <inheritdoc cref="PersonValues.With"/>
    public EnrolmentValues With(string key, string? text) => key switch
    {
        "externalId" => this with { ExternalId = text ?? "" },
        "programmeCode" => this with { ProgrammeCode = text ?? "" },
        "level" => this with { Level = RegisterWords.FindLevel(text!, ProgrammeCode) ?? Level },
        "studyForm" => this with { StudyForm = text is null ? null : RegisterWords.FindStudyForm(text) },
        "funding" => this with { Funding = text is null ? null : RegisterWords.FindFunding(text) },
        "course" => this with { Course = text is null ? null : int.Parse(text, CultureInfo.InvariantCulture) },
        "group" => this with { Group = text },
        "graduationYear" => this with { GraduationYear = int.Parse(text!, CultureInfo.InvariantCulture) },
        "status" => this with { Status = RegisterWords.FindStatus(text!) ?? Status },
        _ => this,
    };

    public void WriteTo(Enrolment enrolment)
    {
        enrolment.ExternalId = ExternalId;
        enrolment.ProgrammeCode = ProgrammeCode;
        enrolment.Level = Level;
        enrolment.StudyForm = StudyForm;
        enrolment.Funding = Funding;
        enrolment.Course = Course;
        enrolment.Group = Group;
        enrolment.GraduationYear = GraduationYear;
        enrolment.Status = Status;
    }

    /// <summary>A code outside the order of the directories (R6 takes any) says nothing of the level: the commonest one stands in.</summary>
    private static EducationLevel LevelOf(string programme) =>
        programme.Length == 0 ? EducationLevel.School : ProgrammeCodes.LevelOf(programme) ?? EducationLevel.MidLevelSpecialist;
}
