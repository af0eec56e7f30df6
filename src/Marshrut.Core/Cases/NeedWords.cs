using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases;

/// <summary>Needs and obstacles as people read them.</summary>
public static class NeedWords
{
    public static string Of(CaseNeed need) => need switch
    {
        CaseNeed.FirstProfession => "выбрать и получить первую профессию",
        CaseNeed.JobSearchSkills => "научиться искать работу",
        CaseNeed.PracticeOrInternship => "практика или стажировка",
        CaseNeed.FirstJob => "первая работа",
        CaseNeed.Entrepreneurship => "своё дело",
        CaseNeed.Retraining => "переобучение",
        CaseNeed.TemporaryWork => "временная работа",
        CaseNeed.PsychologicalSupport => "психологическая поддержка",
        CaseNeed.LegalAdvice => "консультация юриста",
        CaseNeed.NoHousing => "негде жить",
        CaseNeed.FarToTravel => "далеко добираться",
        CaseNeed.ChildToCareFor => "не с кем оставить ребёнка",
        CaseNeed.RelativeToCareFor => "ухаживает за родственником",
        CaseNeed.NoDocuments => "нет документов",
        CaseNeed.NoExperience => "нет опыта",
        CaseNeed.WeakMotivation => "не верит, что получится",
        CaseNeed.HighExpectations => "ждёт большего, чем предлагают",
        _ => "скоро призыв",
    };
}
