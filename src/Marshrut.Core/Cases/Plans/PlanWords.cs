using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Plans;

/// <summary>Words of plans and visits as people read them.</summary>
public static class PlanWords
{
    /// <summary>Under the head of every plan on paper (DOMAIN §2, §9).</summary>
    public const string NotArticle26 = "План не заменяет индивидуальный план по статье 26 Федерального закона от 12.12.2023 № 565-ФЗ.";

    public static string Way(AgreementWay way) => way switch
    {
        AgreementWay.Signed => "подписал лично",
        AgreementWay.Phone => "согласился по телефону",
        _ => "согласился в письме или сообщении",
    };

    /// <summary>In a list of choices.</summary>
    public static string Responsible(StepResponsible responsible) => responsible switch
    {
        StepResponsible.Person => "сам человек",
        StepResponsible.Curator => "куратор",
        StepResponsible.Specialist => "другой специалист центра занятости",
        StepResponsible.CareerCentre => "центр карьеры",
        _ => "работодатель",
    };

    public static string State(StepState state) => state switch
    {
        StepState.Ahead => "впереди",
        StepState.Done => "сделано",
        _ => "не нужен",
    };

    public static string Visit(VisitState state) => state switch
    {
        VisitState.Planned => "назначена",
        VisitState.Came => "пришёл",
        VisitState.Missed => "не пришёл",
        _ => "отменена",
    };
}
