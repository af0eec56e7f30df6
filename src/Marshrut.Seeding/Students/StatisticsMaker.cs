using Marshrut.Core.Imports.StatisticsFiles;

namespace Marshrut.Seeding.Students;

/// <summary>An organisation as the statistics know it, in the system or not.</summary>
/// <param name="Scale">Graduates of a year per unit of a programme's weight.</param>
public sealed record StatisticsSource(string Name, OrganizationKind Kind, IReadOnlyList<ProgrammePlan> Programmes, double Scale)
{
    /// <summary>As many graduates a year as a register of so many people gives.</summary>
    public static StatisticsSource Of(OrganizationPlan plan) =>
        new(plan.Name, plan.Kind, plan.Programmes, plan.People * 0.2 / plan.Programmes.Sum(programme => programme.Weight));
}

/// <summary>
/// Employment of graduates as aggregates: about 62 % at work a year after, more later (DOMAIN §14), and a few programmes at less than half of that,
/// which makes characteristic 1 true for their students.
/// </summary>
public static class StatisticsMaker
{
    /// <summary>General rates at horizons 0, 1, 2.</summary>
    private static readonly double[] Usual = [0.53, 0.623, 0.685];

    /// <summary>The drive at which a programme is as good as the region.</summary>
    private const double UsualDrive = 0.6;

    /// <summary>Under this drive a programme feeds almost nobody.</summary>
    private const double WeakDrive = 0.2;
    private const double WeakShare = 0.472;

    /// <param name="through">What came later is not known yet: 2025 has no second year in 2026.</param>
    public static IEnumerable<StatisticsFileRow> Make(IReadOnlyList<StatisticsSource> sources, IReadOnlyList<int> cohorts, int through, SeededRandom random)
    {
        foreach (var source in sources)
        {
            foreach (var programme in source.Programmes)
            {
                foreach (var cohort in cohorts)
                {
                    var graduates = Math.Max(4, (int)Math.Round(source.Scale * programme.Weight * (0.9 + 0.2 * random.Share())));
                    for (var horizon = 0; horizon < Usual.Length && cohort + horizon <= through; horizon++)
                    {
                        var employed = (int)Math.Round(graduates * Rate(programme, horizon, random));
                        yield return new StatisticsFileRow(cohort, horizon, programme.Code, source.Name, source.Kind, graduates, employed);
                    }
                }
            }
        }
    }

    private static double Rate(ProgrammePlan programme, int horizon, SeededRandom random)
    {
        var noise = (random.Share() - 0.5) * 0.04;
        return programme.Drive < WeakDrive
            ? Usual[horizon] * WeakShare + noise / 4
            : Math.Clamp(Usual[horizon] + (programme.Drive - UsualDrive) * 0.45 + noise, 0.05, 0.98);
    }
}
