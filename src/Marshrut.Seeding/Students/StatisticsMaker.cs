using Marshrut.Core.Platform.Text;
using Marshrut.Core.Statistics;

namespace Marshrut.Seeding.Students;

/// <summary>An organisation as the statistics know it, in the system or not.</summary>
/// <param name="Scale">Graduates of a year per unit of a programme's weight.</param>
public sealed record StatisticsSource(string Name, OrganizationKind Kind, IReadOnlyList<ProgrammePlan> Programmes, double Scale);

/// <summary>
/// Employment of graduates as aggregates: two thirds at work a year after, more later (DOMAIN §14), and a few programmes at half of that or less,
/// which makes characteristic 1 true for their students.
/// </summary>
public static class StatisticsMaker
{
    /// <summary>General rates at horizons 0, 1, 2.</summary>
    private static readonly double[] Usual = [0.53, 0.623, 0.685];

    /// <summary>Under this drive a programme feeds almost nobody.</summary>
    private const double WeakDrive = 0.2;

    /// <summary>How many rows <see cref="Make"/> gives.</summary>
    public static int CountOf(IReadOnlyList<StatisticsSource> sources, IReadOnlyList<int> cohorts) =>
        sources.Sum(source => source.Programmes.Count) * cohorts.Count * Usual.Length;

    public static IEnumerable<GraduateStatistic> Make(
        string regionCode, IReadOnlyList<StatisticsSource> sources, IReadOnlyList<int> cohorts, DateOnly importedOn, SeededRandom random, Func<long> nextId)
    {
        foreach (var source in sources)
        {
            foreach (var programme in source.Programmes)
            {
                foreach (var cohort in cohorts)
                {
                    var graduates = Math.Max(4, (int)Math.Round(source.Scale * programme.Weight * (0.9 + 0.2 * random.Share())));
                    for (var horizon = 0; horizon < Usual.Length; horizon++)
                    {
                        yield return new GraduateStatistic
                        {
                            Id = nextId(),
                            RegionCode = regionCode,
                            CohortYear = cohort,
                            Horizon = horizon,
                            ProgrammeCode = programme.Code,
                            Organization = source.Name,
                            OrganizationKey = NameText.Normalize(source.Name),
                            OrganizationKind = source.Kind,
                            Graduates = graduates,
                            Employed = (int)Math.Round(graduates * Rate(programme, horizon, random)),
                            ImportedOn = importedOn,
                        };
                    }
                }
            }
        }
    }

    private static double Rate(ProgrammePlan programme, int horizon, SeededRandom random)
    {
        var noise = (random.Share() - 0.5) * 0.04;
        return programme.Drive < WeakDrive
            ? Usual[horizon] * 0.44 + noise / 2
            : Math.Clamp(Usual[horizon] + (programme.Drive - 0.56) * 0.45 + noise, 0.05, 0.98);
    }
}
