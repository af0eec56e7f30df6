namespace Marshrut.Core.Organizations;

/// <summary>DOMAIN §2: ОО and ЦЗН. Values are stored.</summary>
public enum OrganizationKind
{
    School = 1,
    College = 2,
    University = 3,
    EmploymentCentre = 4,
}
