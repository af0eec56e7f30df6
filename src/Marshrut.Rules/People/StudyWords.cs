namespace Marshrut.Rules.People;

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

    /// <summary>The level of these very words; null: none. What people write in other words, an import reads.</summary>
    public static EducationLevel? FindLevel(string? words) => Find<EducationLevel>(words, Level);

    /// <inheritdoc cref="FindLevel"/>
    public static StudyForm? FindForm(string? words) => Find<StudyForm>(words, form => Form(form));

    /// <inheritdoc cref="FindLevel"/>
    public static Funding? FindFunding(string? words) => Find<Funding>(words, funding => Funding(funding));

    /// <inheritdoc cref="FindLevel"/>
    public static EnrolmentStatus? FindStatus(string? words) => Find<EnrolmentStatus>(words, Status);

    private static T? Find<T>(string? words, Func<T, string?> wordsOf)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (words is not null && wordsOf(value) == words)
            {
                return value;
            }
        }

        return null;
    }
}
