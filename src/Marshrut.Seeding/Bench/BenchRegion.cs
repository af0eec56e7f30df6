using System.Globalization;
using Marshrut.Seeding.Students;

namespace Marshrut.Seeding.Bench;

/// <summary>Which organisations hold so many people: sizes as DOMAIN §14 gives them, four colleges to a university.</summary>
internal sealed class BenchRegion
{
    private const int CollegesToUniversity = 4;
    private const int PeopleToEmploymentCentre = 25_000;
    private const int MostEmploymentCentres = 60;

    private static readonly OrganizationHabits[] Habits =
    [
        new(),
        new() { StatusKnown = 0.5, PracticeKnown = 0.5, ContactKnown = 0.3, PreparationKnown = 0.2, Survey = 0.25 },
        new() { HealthConsent = 0.8, PracticeKnown = 0.95, ContactKnown = 0.9, PreparationKnown = 0.8, Survey = 0.75 },
        new() { RecordsContact = true, ContactKnown = 0.7 },
    ];

    public BenchRegion(int people, ulong seed)
    {
        var random = new SeededRandom(seed).Fork("organisations");
        EmploymentCentres = Math.Clamp(people / PeopleToEmploymentCentre, 1, MostEmploymentCentres);
        var teaching = new List<OrganizationPlan>();
        for (var left = people; left > 0; left -= teaching[^1].People)
        {
            var isUniversity = teaching.Count % (CollegesToUniversity + 1) == CollegesToUniversity;
            teaching.Add(Teaching(teaching.Count + 1, isUniversity, left, random));
        }

        Teachers = teaching;
    }

    public IReadOnlyList<OrganizationPlan> Teachers { get; }

    public int EmploymentCentres { get; }

    public static string DistrictName(int number) => string.Create(CultureInfo.InvariantCulture, $"Район {number}");

    private OrganizationPlan Teaching(int number, bool isUniversity, int left, SeededRandom random)
    {
        // A cube makes large universities rare, as they are.
        var skew = random.Share();
        var people = isUniversity ? 3_000 + (int)(37_000 * skew * skew * skew) : random.Between(500, 3_000);
        var programmes = random.Shuffled(isUniversity ? ProgrammeCatalogue.Higher : ProgrammeCatalogue.Vocational)[..(isUniversity ? 14 : 8)];
        var home = random.Below(EmploymentCentres);
        return new OrganizationPlan(
            number,
            string.Create(CultureInfo.InvariantCulture, $"bench-{(isUniversity ? "u" : "c")}{number}"),
            string.Create(CultureInfo.InvariantCulture, $"{(isUniversity ? "Университет" : "Колледж")} № {number}"),
            isUniversity ? OrganizationKind.University : OrganizationKind.College,
            Math.Min(people, left),
            string.Create(CultureInfo.InvariantCulture, $"bench{number}"),
            programmes,
            [DistrictName(home + 1), .. Enumerable.Range(1, EmploymentCentres).Where(district => district != home + 1).Take(5).Select(DistrictName)],
            Habits[number % Habits.Length]);
    }
}
