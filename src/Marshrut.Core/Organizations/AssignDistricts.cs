using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <param name="EmploymentCentreCode">The ЦЗН that serves the district; null: nobody yet.</param>
public sealed record DistrictAssignment(string Name, string? EmploymentCentreCode);

/// <summary>Says which ЦЗН of a region serves which district; unknown districts are added, the others of the region stay as they are.</summary>
public sealed class AssignDistricts(MarshrutDb db) : IUseCase
{
    private const int NameLength = 150;

    /// <returns>How many districts were added or got another ЦЗН.</returns>
    /// <exception cref="RuleViolation"><c>region-unknown</c>, <c>name-unusable</c>, <c>centre-unknown</c>.</exception>
    public async Task<int> Assign(string regionCode, IReadOnlyList<DistrictAssignment> assignments, CancellationToken cancel)
    {
        if (!await db.Regions.AnyAsync(region => region.Code == regionCode, cancel))
        {
            throw new RuleViolation("region-unknown", $"Региона с кодом «{regionCode}» нет. Нужны две цифры, например 77; учебный регион — 00.");
        }

        var centres = await db.Organizations.Where(row => row.RegionCode == regionCode && row.Kind == OrganizationKind.EmploymentCentre)
            .ToDictionaryAsync(row => row.Code, row => row.Id, StringComparer.Ordinal, cancel);
        var known = await db.Districts.Where(row => row.RegionCode == regionCode).ToDictionaryAsync(row => row.SearchName, StringComparer.Ordinal, cancel);
        var changed = new List<object>();
        foreach (var assignment in assignments)
        {
            var name = Spaces.Collapse(assignment.Name);
            if (name.Length is 0 or > NameLength)
            {
                throw new RuleViolation("name-unusable", $"Название района не подходит. Напишите каждое с новой строки, не длиннее {NameLength} знаков.");
            }

            var centre = Centre(centres, assignment.EmploymentCentreCode);
            var searchName = NameText.Normalize(name);
            if (known.TryGetValue(searchName, out var district) && district.ServedById == centre)
            {
                continue;
            }

            if (district is null)
            {
                district = new District { Id = db.Ids.Take(), RegionCode = regionCode, Name = name, SearchName = searchName };
                db.Districts.Add(district);
                known.Add(searchName, district);
            }

            district.ServedById = centre;
            changed.Add(new { district = district.Name, centre = assignment.EmploymentCentreCode });
        }

        if (changed.Count > 0)
        {
            db.Audit(new AuditDraft(null, AuditActions.DistrictsAssigned, "region", Details: new { region = regionCode, changed }));
            await db.SaveChangesAsync(cancel);
        }

        return changed.Count;
    }

    private static long? Centre(Dictionary<string, long> centres, string? code) =>
        string.IsNullOrWhiteSpace(code) ? null
        : centres.TryGetValue(code, out var id) ? id
        : throw new RuleViolation("centre-unknown", $"Центра занятости с кодом «{code}» в этом регионе нет. Выберите другой.");
}
