using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>Organisations, districts with their employment centres, and users, by the use cases an administrator has.</summary>
internal sealed class DemoOrganizations(MarshrutDb db, AddOrganization organizations, AddUser users)
{
    public async Task Add(CancellationToken cancel)
    {
        foreach (var centre in DemoMap.Centres)
        {
            var added = await organizations.Add(new NewOrganization(OrganizationKind.EmploymentCentre, centre.Code, centre.Name, DemoMap.RegionCode), cancel);
            if (DemoMap.OneService.Contains(centre.Code))
            {
                (added.Organization.LegalName, added.Organization.Inn) = (DemoMap.ServiceName, DemoMap.ServiceInn);
            }

            await AddDistricts(centre, added.Organization.Id, cancel);
        }

        foreach (var plan in DemoMap.Teachers)
        {
            var added = await organizations.Add(new NewOrganization(plan.Kind, plan.Code, plan.Name, DemoMap.RegionCode, "Центр карьеры"), cancel);
            added.Organization.RiskBasis = plan.Code == DemoMap.ConsentCollege ? RiskBasis.Consent : RiskBasis.Own;
        }

        await organizations.Add(new NewOrganization(OrganizationKind.School, DemoMap.School, DemoMap.SchoolName, DemoMap.RegionCode), cancel);
        await db.SaveChangesAsync(cancel);
        await AddUsers(cancel);
        db.ChangeTracker.Clear();
    }

    private async Task AddDistricts(DemoCentre centre, long centreId, CancellationToken cancel)
    {
        foreach (var name in centre.Districts)
        {
            var searchName = NameText.Normalize(name);
            if (!await db.Districts.AnyAsync(row => row.RegionCode == DemoMap.RegionCode && row.SearchName == searchName, cancel))
            {
                db.Districts.Add(new District { Id = db.Ids.Take(), RegionCode = DemoMap.RegionCode, Name = name, SearchName = searchName, ServedById = centreId });
            }
        }
    }

    private async Task AddUsers(CancellationToken cancel)
    {
        var known = await db.Users.Select(user => user.UserName).ToHashSetAsync(cancel);
        foreach (var person in DemoSignIn.All.Where(person => !known.Contains(person.Login)))
        {
            var region = person.WorksInRegion ? DemoMap.RegionCode : null;
            await users.Add(
                new NewUser(person.Login, person.Role, person.OrganizationCode, region, person.FullName, DemoSignIn.Password, person.MayHandleRestricted), cancel);
        }
    }
}
