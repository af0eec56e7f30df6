namespace Marshrut.Core.People;

/// <summary>The register's terms as files and pages write them (DOMAIN §5).</summary>
public static class StudyWords
{
    public static string Level(EducationLevel level) => level switch
    {
        EducationLevel.School => "школа",
        EducationLevel.SkilledWorker => "СПО рабочие",
        EducationLevel.MidLevelSpecialist => "СПО специалисты",
        EducationLevel.Bachelor => "бакалавриат",
        EducationLevel.Specialist => "специалитет",
        EducationLevel.Master => "магистратура",
        EducationLevel.Postgraduate => "аспирантура",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No words for this level."),
    };

    public static string? Form(StudyForm? form) => form switch
    {
        StudyForm.FullTime => "очная",
        StudyForm.PartTime => "очно-заочная",
        StudyForm.Correspondence => "заочная",
        _ => null,
    };

    public static string? Funding(Funding? funding) => funding switch
    {
        People.Funding.Budget => "бюджет",
        People.Funding.Contract => "договор",
        People.Funding.Target => "целевое",
        _ => null,
    };

    public static string Status(EnrolmentStatus status) => status switch
    {
        EnrolmentStatus.Studying => "обучается",
        EnrolmentStatus.AcademicLeave => "академический отпуск",
        EnrolmentStatus.Graduate => "выпускник",
        EnrolmentStatus.Expelled => "отчислен",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No words for this status."),
    };
}
