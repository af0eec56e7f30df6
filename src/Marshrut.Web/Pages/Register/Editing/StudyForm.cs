using System.ComponentModel.DataAnnotations;
using Marshrut.Core.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>What is typed of a study, as it is typed: the importer's rules read it.</summary>
public sealed class StudyForm
{
    [Display(Name = "Код направления")]
    public string? ProgrammeCode { get; set; }

    [Display(Name = "Уровень образования")]
    public string? Level { get; set; }

    [Display(Name = "Форма обучения")]
    public string? Form { get; set; }

    [Display(Name = "Основа обучения")]
    public string? Funding { get; set; }

    [Display(Name = "Курс")]
    public string? Course { get; set; }

    [Display(Name = "Группа")]
    public string? Group { get; set; }

    [Display(Name = "Год выпуска")]
    public string GraduationYear { get; set; } = "";

    [Display(Name = "Статус")]
    public string Status { get; set; } = "";

    [Display(Name = "Идентификатор")]
    public string? ExternalId { get; set; }

    public static IReadOnlyList<SelectListItem> Levels { get; } = Words(StudyWords.Level, Enum.GetValues<EducationLevel>());

    public static IReadOnlyList<SelectListItem> Forms { get; } = Words(form => StudyWords.Form(form)!, Enum.GetValues<Rules.People.StudyForm>());

    public static IReadOnlyList<SelectListItem> Fundings { get; } = Words(funding => StudyWords.Funding(funding)!, Enum.GetValues<Funding>());

    public static IReadOnlyList<SelectListItem> Statuses { get; } = Words(StudyWords.Status, Enum.GetValues<EnrolmentStatus>());

    public static IReadOnlyList<SelectListItem> Courses { get; } = [.. Enumerable.Range(1, 6).Select(course => new SelectListItem($"{course}", $"{course}"))];

    public static StudyForm Of(EnrolmentValues study)
    {
        var texts = study.Fields().ToDictionary(field => field.Key, field => field.Text);
        return new StudyForm
        {
            ProgrammeCode = texts["programmeCode"],
            Level = texts["level"],
            Form = texts["studyForm"],
            Funding = texts["funding"],
            Course = texts["course"],
            Group = texts["group"],
            GraduationYear = texts["graduationYear"]!,
            Status = texts["status"]!,
            ExternalId = texts["externalId"],
        };
    }

    /// <summary>By the keys of the register's fields.</summary>
    public Dictionary<string, string?> Typed() => new()
    {
        ["externalId"] = ExternalId,
        ["programmeCode"] = ProgrammeCode,
        ["level"] = Level,
        ["studyForm"] = Form,
        ["funding"] = Funding,
        ["course"] = Course,
        ["group"] = Group,
        ["graduationYear"] = GraduationYear,
        ["status"] = Status,
    };

    private static List<SelectListItem> Words<T>(Func<T, string> words, IEnumerable<T> values) => [.. values.Select(value => new SelectListItem(words(value), words(value)))];
}
