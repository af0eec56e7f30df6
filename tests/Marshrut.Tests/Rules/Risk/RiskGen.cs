using CsCheck;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

/// <summary>Random facts, people and methodologies around one day.</summary>
internal static class RiskGen
{
    public static readonly DateOnly AsOf = new(2026, 11, 23);

    public static readonly FactCode[] PersonCodes = [.. Enum.GetValues<FactCode>().Where(c => c.IsOfPerson)];

    public static readonly FactCode[] EnrolmentCodes = [.. Enum.GetValues<FactCode>().Where(c => !c.IsOfPerson)];

    private static readonly string[] Programmes = ["09.02.07", "54.02.01", "38.02.01"];

    private static readonly Gen<DateOnly> Days = Gen.Int[-800, 400].Select(AsOf.AddDays);

    public static readonly Gen<PersonFacts> Person = Gen.Select(Entries(PersonCodes), Days.Nullable(), Gen.Long).Select((entries, consent, id) =>
    {
        var facts = new PersonFacts { HealthConsentOn = consent, WorkLimitsEvidenceId = id };
        foreach (var (code, entry) in entries)
        {
            facts.Set(code, entry);
        }

        return facts;
    });

    public static readonly Gen<EnrolmentFacts> Enrolment = Entries(EnrolmentCodes).Select(entries =>
    {
        var facts = new EnrolmentFacts();
        foreach (var (code, entry) in entries)
        {
            facts.Set(code, entry);
        }

        return facts;
    });

    public static readonly Gen<PersonScope> Scope = Gen.Select(
        Gen.OneOf(Programmes),
        Gen.OneOf(EducationLevel.SkilledWorker, EducationLevel.Bachelor),
        Gen.OneOf(OrganizationKind.College, OrganizationKind.University),
        Gen.OneOf("00", "77"),
        (programme, category, kind, region) => new PersonScope(programme, category, kind, region));

    public static readonly Gen<EnrolmentSituation> Situation = Gen.Select(
        Gen.OneOf(EnrolmentStatus.Studying, EnrolmentStatus.AcademicLeave, EnrolmentStatus.Graduate),
        Gen.Int[2024, 2030],
        Scope,
        Gen.Bool,
        Gen.Bool,
        Gen.Bool,
        (status, year, scope, target, offer, without) => new EnrolmentSituation(status, year, scope, target, offer, without));

    public static readonly Gen<RecordsKept> Kept = Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, (a, b, c) => new RecordsKept(a, b, c));

    public static readonly Gen<StatisticsRow[]> Statistics = Gen.Select(
        Gen.Int[2022, 2028], Gen.Int[0, 2], Gen.OneOf(Programmes), Gen.Int[0, 60], Gen.Int[0, 100],
        (year, horizon, programme, graduates, percent) => new StatisticsRow(year, horizon, programme, graduates, graduates * percent / 100, AsOf)).Array[0, 12];

    public static readonly Gen<MethodologyParameters> Version = Gen.Select(
        Gen.Bool, Gen.Int[1, 9], Gen.Select(Gen.Bool, Gen.Int[0, 9]).Array[14], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Enum<RecordsRule>(), Override().Array[0, 5])
        .Select((any, points, characteristics, bonus, discount, records, overrides) => MethodologyParameters.Federal with
        {
            Rule = any ? LevelRule.Any : LevelRule.PointsAtLeast,
            Points = points,
            Characteristics =
            [
                .. characteristics.Select((c, i) => new CharacteristicParameters(
                    i + 1, c.Item1 || i == 10, c.Item2, i is >= 7 and <= 9 ? records : null)),
            ],
            LastCourseBonus = bonus,
            OfferDiscount = discount,
            Overrides = [.. overrides],
        });

    private static Gen<(FactCode Code, FactEntry Entry)[]> Entries(FactCode[] codes) => Gen.OneOf(codes).SelectMany(code => Gen.Select(
        Gen.OneOf([.. Enum.GetValues<FactValue>().Where(v => code.Allows(v))]),
        Gen.OneOf(FactSource.Import, FactSource.Manual, FactSource.Profiling, FactSource.SystemRecord),
        Days,
        Days.Nullable(),
        Days.Nullable(),
        (value, source, on, from, to) => (code, new FactEntry(value, source, on, from, to)))).Array[0, 20];

    private static Gen<MethodologyOverride> Override()
    {
        var scopes = Gen.OneOf<OverrideScope>(
            new OverrideScope.OfRegion("00"),
            new OverrideScope.OfKind(OrganizationKind.College),
            new OverrideScope.OfCategory(EducationLevel.Bachelor),
            new OverrideScope.OfProgramme("09.02.07"),
            new OverrideScope.OfProgramme("54.02.01"));
        var changes = Gen.OneOf<OverrideChange>(
            Gen.Int[1, 30].Select(n => (OverrideChange)new OverrideChange.EmploymentRatio(new Rational(n, 10))),
            Gen.Int[1, 100].Select(n => (OverrideChange)new OverrideChange.ReferenceRate(new Rational(n, 100))),
            Gen.Int[1, 50].Select(n => (OverrideChange)new OverrideChange.MinCohort(n)),
            Gen.Select(Gen.Int[1, 14], Gen.Bool, (number, on) => (OverrideChange)new OverrideChange.Enabled(number, on)),
            Gen.Select(Gen.Int[1, 14], Gen.Int[0, 99], (number, weight) => (OverrideChange)new OverrideChange.Weight(number, weight)));
        return Gen.Select(scopes, changes, Days, (scope, change, day) =>
            new MethodologyOverride(scope, change, "Дефицит кадров", "Протокол № 4", day, "methodologist"));
    }
}
