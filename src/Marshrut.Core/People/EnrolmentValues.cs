using System.Globalization;

namespace Marshrut.Core.People;

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
        "level" => this with { Level = StudyWords.FindLevel(text) ?? Level },
        "studyForm" => this with { StudyForm = StudyWords.FindForm(text) },
        "funding" => this with { Funding = StudyWords.FindFunding(text) },
        "course" => this with { Course = text is null ? null : int.Parse(text, CultureInfo.InvariantCulture) },
        "group" => this with { Group = text },
        "graduationYear" => this with { GraduationYear = int.Parse(text!, CultureInfo.InvariantCulture) },
        "status" => this with { Status = StudyWords.FindStatus(text) ?? Status },
        _ => this,
    };

    /// <summary>A new row with these values.</summary>
    public Enrolment NewEnrolment(long id, long organizationId, long personId, string sortName, byte[] facts)
    {
        var enrolment = new Enrolment
        {
            Id = id,
            OrganizationId = organizationId,
            PersonId = personId,
            SortName = sortName,
            ExternalId = ExternalId,
            ProgrammeCode = ProgrammeCode,
            Level = Level,
            GraduationYear = GraduationYear,
            Status = Status,
            Facts = facts,
        };
        WriteTo(enrolment);
        return enrolment;
    }

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
}
