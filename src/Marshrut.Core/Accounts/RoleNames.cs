namespace Marshrut.Core.Accounts;

/// <summary>Roles in words, as the user reads them.</summary>
public static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.CareerCentreSpecialist => "специалист центра карьеры",
        Role.CareerCentreHead => "руководитель центра карьеры",
        Role.EmploymentSpecialist => "специалист центра занятости",
        Role.EmploymentHead => "руководитель центра занятости",
        Role.SchoolCoordinator => "координатор школы",
        Role.RegionalCoordinator => "координатор региона",
        Role.Methodologist => "методист",
        Role.EmployerRepresentative => "представитель работодателя",
        Role.Student => "студент",
        Role.Administrator => "администратор",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>For the header, where there is little room.</summary>
    public static string Short(Role role) => role switch
    {
        Role.CareerCentreSpecialist => "специалист ЦК",
        Role.CareerCentreHead => "руководитель ЦК",
        Role.EmploymentSpecialist => "специалист ЦЗН",
        Role.EmploymentHead => "руководитель ЦЗН",
        _ => Of(role),
    };
}
