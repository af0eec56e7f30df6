using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;

namespace Marshrut.Core.Accounts;

/// <summary>Where each role works (DOMAIN §3, R48).</summary>
public static class RolePlaces
{
    /// <summary>Does the role work in one organisation?</summary>
    public static bool IsInOrganization(Role role) => role is Role.CareerCentreSpecialist or Role.CareerCentreHead
        or Role.EmploymentSpecialist or Role.EmploymentHead or Role.SchoolCoordinator or Role.Student or Role.EmployerRepresentative;

    /// <summary>Does the role work in one region, above organisations?</summary>
    public static bool IsInRegion(Role role) => role is Role.RegionalCoordinator or Role.Methodologist;

    /// <summary>Roles that the pages offer: staff. An employer's and a student's access comes by their own ways; the command gives any (R48).</summary>
    public static readonly IReadOnlyList<Role> Assignable =
    [
        Role.CareerCentreSpecialist, Role.CareerCentreHead, Role.EmploymentSpecialist, Role.EmploymentHead, Role.SchoolCoordinator,
        Role.RegionalCoordinator, Role.Methodologist, Role.Administrator,
    ];

    /// <summary>Does the role exist in an organisation of this kind?</summary>
    public static bool Fits(Role role, OrganizationKind kind) => role is Role.Student or Role.EmployerRepresentative || kind switch
    {
        OrganizationKind.College or OrganizationKind.University => role is Role.CareerCentreSpecialist or Role.CareerCentreHead,
        OrganizationKind.EmploymentCentre => role is Role.EmploymentSpecialist or Role.EmploymentHead,
        OrganizationKind.School => role is Role.SchoolCoordinator,
        _ => false,
    };

    /// <summary>Checks that a role was given the place it needs and no other.</summary>
    /// <exception cref="RuleViolation"><c>organization-needed</c>, <c>region-needed</c>, <c>place-superfluous</c>, <c>role-misplaced</c>.</exception>
    public static void Check(Role role, Organization? organization, Region? region)
    {
        if (IsInOrganization(role) && organization is null)
        {
            throw new RuleViolation("organization-needed", $"Для роли «{RoleNames.Of(role)}» нужна организация. Укажите её код.");
        }

        if (IsInRegion(role) && region is null)
        {
            throw new RuleViolation("region-needed", $"Для роли «{RoleNames.Of(role)}» нужен регион. Укажите его код из двух цифр.");
        }

        if ((organization is not null && !IsInOrganization(role)) || (region is not null && !IsInRegion(role)))
        {
            throw new RuleViolation("place-superfluous", role == Role.Administrator
                ? "Администратор работает во всей установке: организация и регион ему не указываются."
                : $"Роль «{RoleNames.Of(role)}» работает {(IsInRegion(role) ? "в регионе, а не в организации" : "в организации, а не в регионе")}. Уберите лишнее.");
        }

        if (organization is not null && !Fits(role, organization.Kind))
        {
            throw new RuleViolation("role-misplaced", $"В организации «{organization.Name}» нет роли «{RoleNames.Of(role)}». Выберите роль, которая подходит её виду.");
        }
    }
}
