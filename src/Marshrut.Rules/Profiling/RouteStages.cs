using Marshrut.Rules.People;
using Marshrut.Rules.Risk;

namespace Marshrut.Rules.Profiling;

/// <summary>Where a person stands on the route (DOMAIN §4): a school's classes, the courses of a study, the first years after it.</summary>
public enum RouteStage
{
    SchoolToNinth = 1,
    SchoolTenthAndOn = 2,
    FirstCourse = 3,
    MiddleCourses = 4,
    LastCourse = 5,

    /// <summary>The first two years after graduation (R21).</summary>
    Graduate = 6,
    LongAgo = 7,

    /// <summary>Expelled.</summary>
    Left = 8,
}

/// <summary>Finds the stage of a study and names it.</summary>
public static class RouteStages
{
    private const int LastOfMainSchool = 9;

    public static IReadOnlyList<RouteStage> All { get; } = Enum.GetValues<RouteStage>();

    /// <summary>Those of a school.</summary>
    public static bool IsOfSchool(this RouteStage stage) => stage is RouteStage.SchoolToNinth or RouteStage.SchoolTenthAndOn;

    /// <param name="group">A school's class begins with its number: «9А».</param>
    /// <param name="graduationYear">Decides the last course (R20) and how long ago somebody graduated.</param>
    public static RouteStage Of(EducationLevel level, EnrolmentStatus status, int? course, string? group, int graduationYear, DateOnly asOf)
    {
        if (status == EnrolmentStatus.Expelled)
        {
            return RouteStage.Left;
        }

        if (status == EnrolmentStatus.Graduate)
        {
            return graduationYear >= AssessedPeople.EarliestGraduationYear(asOf) ? RouteStage.Graduate : RouteStage.LongAgo;
        }

        if (level == EducationLevel.School)
        {
            return (Grade(group) ?? course) > LastOfMainSchool ? RouteStage.SchoolTenthAndOn : RouteStage.SchoolToNinth;
        }

        return LastCourse.IsLast(status, graduationYear, asOf) ? RouteStage.LastCourse : course == 1 ? RouteStage.FirstCourse : RouteStage.MiddleCourses;
    }

    public static string Title(RouteStage stage) => stage switch
    {
        RouteStage.SchoolToNinth => "Школа, до 9 класса",
        RouteStage.SchoolTenthAndOn => "Школа, 10–11 класс",
        RouteStage.FirstCourse => "1 курс",
        RouteStage.MiddleCourses => "Средние курсы",
        RouteStage.LastCourse => "Выпускной курс",
        RouteStage.Graduate => "Выпускники до 2 лет",
        RouteStage.LongAgo => "Выпускники раньше",
        _ => "Отчислены",
    };

    /// <summary>The stage of a code of <see cref="Groups.RuleFields.CodeOf"/>; null: none.</summary>
    public static RouteStage? Find(string? code) => All.Where(stage => Groups.RuleFields.CodeOf(stage) == code).Select(stage => (RouteStage?)stage).FirstOrDefault();

    private static int? Grade(string? group)
    {
        var digits = (group ?? "").TakeWhile(char.IsAsciiDigit).Take(2).ToArray();
        return digits.Length == 0 ? null : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
