namespace Marshrut.Core.Accounts;

/// <summary>DOMAIN §3. Values are stored.</summary>
public enum Role
{
    CareerCentreSpecialist = 1,
    CareerCentreHead = 2,
    EmploymentSpecialist = 3,
    EmploymentHead = 4,
    SchoolCoordinator = 5,
    RegionalCoordinator = 6,
    Methodologist = 7,
    EmployerRepresentative = 8,
    Student = 9,
    Administrator = 10,
}
