using static Marshrut.Core.Accounts.Permission;

namespace Marshrut.Core.Accounts;

/// <summary>
/// The one table role → permissions (DOMAIN §3). Restricted facts are no permission of a role but of a named person:
/// <see cref="Membership.MayHandleRestricted"/>.
/// </summary>
public static class RolePermissions
{
    private static readonly Permission[] RegisterWork =
        [OwnAccount, SeeDesk, SeePeople, EditPeople, SeeSpecial, ImportRegister, ExportPeople];

    private static readonly Permission[] RiskWork = [.. RegisterWork, DetermineRisk, ConfirmRisk, SeeMethodology, SeeAgreements];

    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.CareerCentreSpecialist] = [.. RiskWork, SendTransfers],
        [Role.CareerCentreHead] = [.. RiskWork, SendTransfers, EditConsentTexts, EditAgreements, SeeJournal, AdoptCharacteristics],
        [Role.EmploymentSpecialist] = [.. RiskWork, AnswerTransfers, WorkCases],
        [Role.EmploymentHead] = [.. RiskWork, AnswerTransfers, WorkCases, EditAgreements, SeeJournal, AdoptCharacteristics],

        // No risk level is computed for pupils. A school has nobody above the coordinator.
        [Role.SchoolCoordinator] = [.. RegisterWork, SeeJournal],
        [Role.RegionalCoordinator] = [OwnAccount, SeeDesk, SeeRegion, SeeMethodology],
        [Role.Methodologist] = [OwnAccount, SeeDesk, SeeMethodology, EditMethodology, ImportStatistics],
        [Role.EmployerRepresentative] = [OwnAccount],
        [Role.Student] = [OwnAccount],
        [Role.Administrator] = [OwnAccount, Administer],
    };

    public static IReadOnlySet<Permission> Of(Role role) => Table[role];

    public static bool Has(Role role, Permission permission) => Table[role].Contains(permission);
}
