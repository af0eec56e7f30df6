using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Seeding.Students;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>
/// Agreements of the colleges and universities with the ЦЗН of their first district: most for the year, one over, one that ends soon, one organisation with
/// two, one without any.
/// </summary>
internal sealed class DemoAgreements(MarshrutDb db, AddAgreement add, TimeProvider clock)
{
    private static readonly Dictionary<string, string> CentreStaff = new()
    {
        ["czn-novozavodsk"] = "Юдин Виктор Павлович",
        ["czn-belye-ozera"] = "Савина Галина Ильинична",
        ["czn-lesobrod"] = "Ершов Глеб Романович",
        ["czn-hlebodarovo"] = "Зимина Раиса Андреевна",
    };

    /// <summary>Enters the agreements of the organisation in scope that are signed by now; those that are there already stay.</summary>
    public async Task Add(OrganizationPlan plan, SeedDates dates, CancellationToken cancel)
    {
        foreach (var (centre, terms) in Of(plan, dates).Where(one => one.Terms.SignedOn <= clock.Today()))
        {
            if (!await db.Agreements.AnyAsync(row => row.Number == terms.Number, cancel))
            {
                await add.Add(new NewAgreement(centre.Code, terms), cancel);
            }
        }
    }

    private static IEnumerable<(DemoCentre Centre, AgreementTerms Terms)> Of(OrganizationPlan plan, SeedDates dates)
    {
        var nearest = CentreOf(plan.Districts[0]);
        var begin = dates.RegisterOn.AddDays(-12);
        var year = begin.AddYears(1).AddDays(-1);
        switch (plan.Code)
        {
            case DemoMap.WithoutAgreement:
                yield break;
            case DemoMap.BehindCollege:
                yield return Terms(nearest, 0, begin.AddYears(-1), dates.Today.AddDays(-20));
                yield break;
            case "urt":
                yield return Terms(nearest, 0, begin, dates.Today.AddDays(12));
                yield break;
            case DemoMap.MainCollege:
                yield return Terms(nearest, 0, begin.AddYears(-2), begin.AddDays(-1));
                yield return Terms(nearest, 1, begin, year);
                yield break;
            case DemoMap.TwoCentres:
                yield return Terms(nearest, 0, begin, null);
                yield return Terms(CentreOf("город Новозаводск"), 1, begin, year);
                yield break;
            default:
                yield return Terms(nearest, 0, begin, plan.Number % 3 == 0 ? null : year);
                yield break;
        }

        (DemoCentre, AgreementTerms) Terms(DemoCentre centre, int one, DateOnly from, DateOnly? to) => (centre, new AgreementTerms(
            string.Create(CultureInfo.InvariantCulture, $"{(plan.Number * 2) + one}-{from.Year}/ЦК"),
            from.AddDays(-5),
            from,
            to,
            plan.Number % 4 == 1 ? 3 : AgreementTerms.DefaultAcceptanceDays,
            OfTeachers(plan),
            OfCentre(centre)));
    }

    private static DemoCentre CentreOf(string district) => DemoMap.Centres.First(centre => centre.Districts.Contains(district));

    private static ResponsiblePerson OfTeachers(OrganizationPlan plan)
    {
        var person = Leading(plan.Code)!;
        return new(person.FullName, RoleNames.Of(person.Role), string.Create(CultureInfo.InvariantCulture, $"+7 900 000-{plan.Number:00}-10"), $"{person.Login}@{plan.Code}.example");
    }

    private static ResponsiblePerson OfCentre(DemoCentre centre) => new(
        Leading(centre.Code)?.FullName ?? CentreStaff[centre.Code], RoleNames.Of(Role.EmploymentHead), null, $"{centre.Code}@czn.example");

    private static DemoSignIn? Leading(string code) => DemoSignIn.All.LastOrDefault(person => person.OrganizationCode == code);
}
