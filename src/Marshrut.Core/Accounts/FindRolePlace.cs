using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>Finds the organisation or region that a role is given in, and refuses what does not fit (R48).</summary>
public sealed class FindRolePlace(MarshrutDb db) : IUseCase
{
    /// <exception cref="RuleViolation">
    /// <c>organization-unknown</c>, <c>region-unknown</c>, <c>restricted-misplaced</c>, or what <see cref="RolePlaces.Check"/> says.
    /// </exception>
    public async Task<RolePlace> Find(Role role, string? organizationCode, string? regionCode, bool mayHandleRestricted, CancellationToken cancel)
    {
        var organization = string.IsNullOrWhiteSpace(organizationCode)
            ? null
            : await db.Organizations.FirstOrDefaultAsync(row => row.Code == organizationCode.Trim(), cancel)
                ?? throw new RuleViolation("organization-unknown", $"Организации с кодом «{organizationCode.Trim()}» нет. Сначала добавьте её или проверьте код.");
        var region = string.IsNullOrWhiteSpace(regionCode)
            ? null
            : await db.Regions.FirstOrDefaultAsync(row => row.Code == regionCode.Trim(), cancel)
                ?? throw new RuleViolation("region-unknown", $"Региона с кодом «{regionCode.Trim()}» нет. Нужны две цифры, например 77; учебный регион — 00.");
        RolePlaces.Check(role, organization, region);
        if (mayHandleRestricted && role is not (Role.EmploymentSpecialist or Role.EmploymentHead))
        {
            throw new RuleViolation("restricted-misplaced", "Закрытые сведения видят только сотрудники центра занятости. Снимите этот допуск.");
        }

        return new RolePlace(role, organization, region, mayHandleRestricted);
    }
}
