using Marshrut.Rules.Risk;

namespace Marshrut.Rules.Profiling.Groups;

/// <param name="Code">As addresses name it.</param>
/// <param name="IsOfSchool">For pupils.</param>
/// <param name="HandsOver">Where people are handed over from.</param>
public sealed record ReadyGroup(string Code, string Title, GroupRule Rule, bool IsOfSchool = false, bool HandsOver = false)
{
    /// <summary>Asks about levels of risk, which a school does not have.</summary>
    public bool IsOfRisk => Rule.Terms.Any(term => RuleFields.Find(term.Field)?.Section == RuleSection.Risk);
}

/// <summary>The groups that every organisation has: the stages and the needs of the deck (DOMAIN §4), the same in the whole region.</summary>
public static class ReadyGroups
{
    public const string WithRequests = "with-requests";

    private const string LastCourse = "last-course";
    private const string Graduate = "graduate";

    public static IReadOnlyList<ReadyGroup> All { get; } =
    [
        new("pupils-9", "Ученики 8–9 классов", Every(Is(RuleFields.Stage, "school-to-ninth")), IsOfSchool: true),
        new("pupils-11", "Ученики 10–11 классов", Every(Is(RuleFields.Stage, "school-tenth-and-on")), IsOfSchool: true),
        new("first-course", "Первый курс", Every(Is(RuleFields.Stage, "first-course"))),
        new("last-course-high", "Выпускной курс, высокий риск", Every(Is(RuleFields.Stage, LastCourse), Is(RuleFields.Level, "high"))),
        new("graduates-high", "Выпускники в зоне риска", Every(Is(RuleFields.Stage, Graduate), Is(RuleFields.Level, "high"))),
        new("graduates-without-work", "Выпускники без работы", Every(Is(RuleFields.Stage, Graduate), Is(RuleFields.OfFact(FactCode.WorksInField), "not-working"))),
        new("last-course-unknown", "Выпускной курс: не знаем о работе", Every(Is(RuleFields.Stage, LastCourse), new RuleTerm(RuleFields.OfFact(FactCode.CertainWorkplace), RuleOperator.Missing, []))),
        new("need-practice", "Нужна практика или стажировка", new GroupRule(true,
        [
            new RuleBlock(false, [Is(RuleFields.RequestOpen, "practice-or-internship")]),
            new RuleBlock(false, [Is(RuleFields.Stage, "middle-courses", LastCourse), Is(RuleFields.Present, "no-field-experience")]),
        ])),
        new("need-cv", "Нужно резюме и навыки поиска работы", new GroupRule(true,
        [
            new RuleBlock(true, [Is(RuleFields.RequestOpen, "cv", "interview", "job-search-skills")]),
            new RuleBlock(false, [Is(RuleFields.Stage, LastCourse), Is(RuleFields.Present, "no-job-search-preparation")]),
        ])),
        new("army-or-childcare", "После армии или ухода за ребёнком", new GroupRule(true,
        [
            new RuleBlock(true,
            [
                Is(RuleFields.OfFact(FactCode.Conscription), "yes"), Is(RuleFields.OfFact(FactCode.ParentalLeave), "yes"),
                Is(RuleFields.OfFact(FactCode.CertainWorkplace), "army-next", "childcare-next"),
            ]),
        ])),
        new("high-without-consent", "Высокий риск, нет согласия на передачу", Every(Is(RuleFields.Level, "high"), new RuleTerm(RuleFields.Consent, RuleOperator.IsNot, ["transfer"])), HandsOver: true),
        new(WithRequests, "Есть открытый запрос", Every(new RuleTerm(RuleFields.RequestOpen, RuleOperator.Exists, []))),
    ];

    public static ReadyGroup? Find(string? code) => All.FirstOrDefault(group => group.Code == code);

    private static GroupRule Every(params RuleTerm[] terms) => new(false, [new RuleBlock(false, terms)]);

    private static RuleTerm Is(string field, params string[] values) => new(field, RuleOperator.Is, values);
}
