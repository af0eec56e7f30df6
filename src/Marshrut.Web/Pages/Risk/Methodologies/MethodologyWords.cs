using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Sandbox;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Marshrut.Web.Ui;

namespace Marshrut.Web.Pages.Risk.Methodologies;

/// <summary>Parameters of a methodology in words.</summary>
public static class MethodologyWords
{
    public static string Of(RecordsRule rule) => rule switch
    {
        RecordsRule.Always => "всегда",
        RecordsRule.Never => "никогда",
        _ => "если записи ведутся",
    };

    public static string Rule(MethodologyParameters parameters) => parameters.Rule == LevelRule.Any
        ? "высокий, если есть хотя бы одна характеристика"
        : $"высокий, если набрано баллов не меньше {Russian.Number(parameters.Points)}";

    public static string State(MethodologyVersion version, DateOnly today) => version.State switch
    {
        MethodologyState.Draft => "черновик",
        _ when version.EffectiveFrom > today => $"вступит в силу {Russian.Date(version.EffectiveFrom)}",
        _ => $"действует с {Russian.Date(version.EffectiveFrom)}",
    };

    public static string Of(ProposalState state) => state switch
    {
        ProposalState.Taken => "принято",
        ProposalState.Declined => "не принято",
        _ => "ждёт методиста",
    };

    public static Tone ToneOf(ProposalState state) => state switch
    {
        ProposalState.Taken => Tone.Good,
        ProposalState.Declined => Tone.Quiet,
        _ => Tone.Wait,
    };

    public static string Of(OverrideScope scope) => scope switch
    {
        OverrideScope.OfProgramme programme => $"направление {programme.ProgrammeCode}",
        OverrideScope.OfCategory category => Of(category.Category),
        OverrideScope.OfKind kind => Of(kind.Kind),
        OverrideScope.OfRegion region => $"регион {region.Region}",
        _ => "",
    };

    public static string Of(EducationLevel level) => level switch
    {
        EducationLevel.School => "школа",
        EducationLevel.Bachelor => "бакалавриат",
        EducationLevel.Specialist => "специалитет",
        EducationLevel.Master => "магистратура",
        EducationLevel.Postgraduate => "аспирантура",
        EducationLevel.SkilledWorker => "СПО, рабочие",
        _ => "СПО, специалисты",
    };

    public static string Of(OrganizationKind kind) => kind switch
    {
        OrganizationKind.College => "колледжи",
        OrganizationKind.University => "вузы",
        OrganizationKind.EmploymentCentre => "центры занятости",
        _ => "школы",
    };

    public static string Of(OverrideChange change) => change switch
    {
        OverrideChange.EmploymentRatio ratio => $"множитель к доле занятых {ratio.Value}",
        OverrideChange.ReferenceRate rate => $"общий уровень занятости {Russian.Percent(rate.Value.Numerator, rate.Value.Denominator)}",
        OverrideChange.MinCohort cohort => $"наименьший выпуск {Russian.Number(cohort.Value)}",
        OverrideChange.Enabled enabled => $"№ {enabled.Number} {(enabled.Value ? "учитывается" : "не учитывается")}",
        OverrideChange.Weight weight => $"вес № {weight.Number}: {Russian.Number(weight.Value)}",
        _ => "",
    };
}
