namespace Marshrut.Core.Imports.Reading;

/// <summary>Codes of <c>errors</c>: stable, for programs that read the answer of a command.</summary>
public static class ImportErrorCodes
{
    public const string Required = "required";
    public const string BadName = "bad-name";
    public const string Initials = "initials";
    public const string BadDate = "bad-date";
    public const string BadAge = "bad-age";
    public const string BadSex = "bad-sex";
    public const string BadSnils = "bad-snils";
    public const string BadPhone = "bad-phone";
    public const string BadEmail = "bad-email";
    public const string BadCode = "bad-code";
    public const string UnknownProgramme = "unknown-programme";
    public const string SeveralProgrammes = "several-programmes";
    public const string UnknownLevel = "unknown-level";
    public const string BadStudyForm = "bad-study-form";
    public const string BadFunding = "bad-funding";
    public const string BadCourse = "bad-course";
    public const string BadYear = "bad-year";
    public const string BadStatus = "bad-status";
    public const string UnknownDistrict = "unknown-district";
    public const string BadYesNo = "bad-yes-no";
    public const string NoHealthConsent = "no-health-consent";
    public const string DuplicateInFile = "duplicate-in-file";
    public const string FormulaError = "formula-error";
    public const string TooLong = "too-long";

    // Statistics (R16).
    public const string BadHorizon = "bad-horizon";
    public const string BadNumber = "bad-number";
    public const string BadKind = "bad-kind";
    public const string MoreEmployed = "employed-exceeds-graduates";

    // The directory of programmes.
    public const string OwnSuccessor = "own-successor";
}

/// <summary>Codes of <c>repairs</c>.</summary>
public static class ImportRepairCodes
{
    public const string LatinLetters = "latin-letters";
    public const string Spaces = "spaces";
    public const string CodeWasDate = "code-was-date";
    public const string CodeTail = "code-tail";
    public const string CodeFormat = "code-format";
    public const string YearFromDate = "year-from-date";
    public const string CourseText = "course-text";
}

/// <summary>Codes of <c>notices</c> beside those of <see cref="Platform.Tables.TableNotices{TColumn}"/>.</summary>
public static class ImportNoticeCodes
{
    public const string RestrictedColumns = "restricted-columns";
    public const string HealthWithoutConsent = "health-without-consent";
    public const string ConsentWithdrawn = "consent-withdrawn";
    public const string OtherPhones = "other-phones";
    public const string OtherEmails = "other-emails";
    public const string UnknownProgrammes = "unknown-programmes";
    public const string UnknownSuccessors = "unknown-successors";
    public const string MissingProgrammes = "missing-programmes";
}
