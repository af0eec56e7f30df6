using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Added;

/// <summary>One study with its person, as the fields of the register answer rules: client groups and added characteristics ask the same.</summary>
public sealed class StudyRow
{
    public required long EnrolmentId { get; init; }

    public required string ProgrammeCode { get; init; }

    public required EducationLevel Level { get; init; }

    public StudyForm? StudyForm { get; init; }

    public Funding? Funding { get; init; }

    public int? Course { get; init; }

    public string? Group { get; init; }

    public required int GraduationYear { get; init; }

    public required EnrolmentStatus Status { get; init; }

    public required DateOnly BirthDate { get; init; }

    public Sex? Sex { get; init; }

    public string? District { get; init; }

    public string? DistrictAfter { get; init; }

    public required bool HasPhone { get; init; }

    public required bool HasEmail { get; init; }

    public required bool HasSnils { get; init; }

    public required bool HasTransferConsent { get; init; }

    public required bool HasRiskConsent { get; init; }

    public RouteStage StageOn(DateOnly day) => RouteStages.Of(Level, Status, Course, Group, GraduationYear, day);

    /// <summary>What a field of the register says on a day; null: the field is none of the register.</summary>
    public RuleValue? Of(string field, DateOnly day) => field switch
    {
        RuleFields.Stage => RuleValue.Of(RuleFields.CodeOf(StageOn(day))),
        RuleFields.Course => RuleValue.Of(Course),
        RuleFields.Programme => RuleValue.Of(ProgrammeCode),
        RuleFields.ProgrammeGroup => RuleValue.Of(ProgrammeCode is { Length: > 2 } code ? code[..2] : null),
        RuleFields.Group => RuleValue.Of(Group),
        RuleFields.Year => RuleValue.Of(GraduationYear),
        RuleFields.Status => RuleValue.Of(RuleFields.CodeOf(Status)),
        RuleFields.Education => RuleValue.Of(RuleFields.CodeOf(Level)),
        RuleFields.Form => RuleValue.Of(StudyForm is { } form ? RuleFields.CodeOf(form) : null),
        RuleFields.Funding => RuleValue.Of(Funding is { } funding ? RuleFields.CodeOf(funding) : null),
        RuleFields.Age => RuleValue.Of(Age(BirthDate, day)),
        RuleFields.Sex => RuleValue.Of(Sex is { } sex ? RuleFields.CodeOf(sex) : null),
        RuleFields.District => RuleValue.Of(District),
        RuleFields.DistrictAfter => RuleValue.Of(DistrictAfter),
        RuleFields.Card => RuleValue.Of(Those(("phone", HasPhone), ("email", HasEmail), ("snils", HasSnils), ("district", District is not null), ("group", Group is not null))),
        RuleFields.Consent => RuleValue.Of(Those(("transfer", HasTransferConsent), ("risk", HasRiskConsent))),
        _ => null,
    };

    /// <summary>As rules read a fact.</summary>
    public static RuleValue OfFact(FactEntry entry) => RuleValue.Of(entry.Value == FactValue.Unknown ? null : FactAnswers.Code(entry.Value));

    /// <summary>Codes of those that hold.</summary>
    internal static string[] Those(params ReadOnlySpan<(string Code, bool Holds)> codes)
    {
        var found = new List<string>(codes.Length);
        foreach (var (code, holds) in codes)
        {
            if (holds)
            {
                found.Add(code);
            }
        }

        return [.. found];
    }

    private static int Age(DateOnly born, DateOnly day) => day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);
}
