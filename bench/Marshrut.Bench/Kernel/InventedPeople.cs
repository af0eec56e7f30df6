using Marshrut.Rules.Organizations;
using Marshrut.Rules.People;
using Marshrut.Rules.Risk;

namespace Marshrut.Bench.Kernel;

/// <summary>The same invented people on every machine: facts in the mix that registers show, statistics of forty programmes.</summary>
internal sealed class InventedPeople
{
    public static readonly DateOnly AsOf = new(2026, 11, 23);

    private static readonly FactSource[] Sources = [FactSource.Import, FactSource.Import, FactSource.Manual, FactSource.Profiling, FactSource.SystemRecord];

    private readonly Random _random = new(20261123);

    public InventedPeople(int count)
    {
        Statistics = [.. Enumerable.Range(1, 40).Select(StatisticsOf)];
        Persons = new PersonFacts[count];
        Enrolments = new EnrolmentFacts[count];
        Situations = new EnrolmentSituation[count];
        for (var i = 0; i < count; i++)
        {
            Invent(i);
        }
    }

    public StatisticsRow[] Statistics { get; }

    public PersonFacts[] Persons { get; }

    public EnrolmentFacts[] Enrolments { get; }

    public EnrolmentSituation[] Situations { get; }

    /// <summary>Masks as a register of this mix yields them, without the facts behind: for runs over millions.</summary>
    public static PersonMask[] Masks(int count)
    {
        var random = new Random(20261123);
        var masks = new PersonMask[count];
        for (var i = 0; i < count; i++)
        {
            var known = (uint)random.Next(1 << Characteristics.FederalCount) | (uint)random.Next(1 << Characteristics.FederalCount);
            masks[i] = new PersonMask((uint)random.Next(1 << Characteristics.FederalCount) & (uint)random.Next(1 << Characteristics.FederalCount) & known, known, 0, (RiskFlags)random.Next(16));
        }

        return masks;
    }

    private static string Programme(int number) => $"{number % 50:00}.02.{number % 9 + 1:00}";

    private StatisticsRow StatisticsOf(int number)
    {
        var graduates = _random.Next(5, 400);
        return new StatisticsRow(2025, 1, Programme(number), graduates, _random.Next(graduates + 1));
    }

    private void Invent(int at)
    {
        ref var person = ref Persons[at];
        ref var enrolment = ref Enrolments[at];
        foreach (var code in Enum.GetValues<FactCode>())
        {
            // A third knows nothing of a fact; a status is rare, an activity is not.
            var dice = _random.Next(100);
            var yes = code.IsOfPerson ? 4 : 45;
            var value = dice < yes ? FactValue.Yes : dice < 67 ? FactValue.No : FactValue.Unknown;
            var on = AsOf.AddDays(-_random.Next(500));
            var entry = Sources[_random.Next(Sources.Length)] switch
            {
                FactSource.Import => FactEntry.Imported(code, value, on),
                FactSource.Manual => FactEntry.ByHand(value, on),
                FactSource.Profiling => FactEntry.Answered(value, on),
                _ => FactEntry.Recorded(value, on),
            };
            if (code.IsOfPerson)
            {
                person.Set(code, entry);
            }
            else
            {
                enrolment.Set(code, entry);
            }
        }

        person.HealthConsentOn = _random.Next(3) == 0 ? AsOf.AddDays(-30) : default(CompactDate);
        Situations[at] = new EnrolmentSituation(
            (EnrolmentStatus)_random.Next(1, 4),
            _random.Next(2024, 2031),
            new PersonScope(Programme(_random.Next(1, 45)), EducationLevel.MidLevelSpecialist, OrganizationKind.College, "00"),
            _random.Next(10) == 0);
    }
}
