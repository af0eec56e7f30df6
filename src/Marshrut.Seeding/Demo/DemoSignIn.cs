using Marshrut.Core.Accounts;

namespace Marshrut.Seeding.Demo;

/// <summary>A user of the demo region. All have the same password.</summary>
/// <param name="OrganizationCode">Null for roles of a region and of the installation.</param>
public sealed record DemoSignIn(string Login, string FullName, Role Role, string? OrganizationCode = null, bool MayHandleRestricted = false)
{
    /// <summary>Only for invented data: whoever starts the demo reads it on the screen.</summary>
    public const string Password = "zarechnaya-demo";

    /// <summary>One for each role; the demo prints them.</summary>
    public static readonly IReadOnlyList<DemoSignIn> Shown =
    [
        new("ck", "Мельникова Ольга Сергеевна", Role.CareerCentreSpecialist, DemoMap.MainCollege),
        new("ck-head", "Зуев Андрей Николаевич", Role.CareerCentreHead, DemoMap.MainCollege),
        new("czn", "Ковалёв Дмитрий Андреевич", Role.EmploymentSpecialist, DemoMap.MainCentre),
        new("czn-head", "Седова Ирина Павловна", Role.EmploymentHead, DemoMap.MainCentre, MayHandleRestricted: true),
        new("school", "Лаврова Наталья Петровна", Role.SchoolCoordinator, DemoMap.School),
        new("region", "Воронцов Павел Игоревич", Role.RegionalCoordinator),
        new("methodist", "Беляева Анна Викторовна", Role.Methodologist),
        new("admin", "Котов Михаил Юрьевич", Role.Administrator),
    ];

    /// <summary>The specialists of the other organisations, by whose names assessments are confirmed and people taken over.</summary>
    public static readonly IReadOnlyList<DemoSignIn> Others =
    [
        new("czn-uz", "Громова Лидия Фёдоровна", Role.EmploymentHead, DemoMap.SecondCentre),
        new("ck-vmk", "Гусева Елена Владимировна", Role.CareerCentreSpecialist, "vmk"),
        new("ck-vpk", "Орлова Татьяна Игоревна", Role.CareerCentreSpecialist, "vpk"),
        new("ck-vst", "Фомин Сергей Олегович", Role.CareerCentreSpecialist, "vst"),
        new("ck-vki", "Вишневская Алина Романовна", Role.CareerCentreSpecialist, "vki"),
        new("ck-urt", "Карпов Илья Андреевич", Role.CareerCentreSpecialist, "urt"),
        new("ck-lat", "Тихонова Вера Михайловна", Role.CareerCentreSpecialist, "lat"),
        new("ck-bak", "Ершова Юлия Александровна", Role.CareerCentreSpecialist, "bak"),
        new("ck-nit", "Климов Роман Сергеевич", Role.CareerCentreSpecialist, "nit"),
        new("ck-ktu", "Панова Светлана Юрьевна", Role.CareerCentreSpecialist, "ktu"),
        new("ck-uek", "Рябова Оксана Николаевна", Role.CareerCentreSpecialist, DemoMap.ConsentCollege),
        new("ck-hst", "Нестеров Пётр Васильевич", Role.CareerCentreSpecialist, DemoMap.BehindCollege),
        new("ck-zgu", "Логинова Мария Денисовна", Role.CareerCentreSpecialist, DemoMap.MainUniversity),
        new("ck-ztu", "Щербаков Антон Евгеньевич", Role.CareerCentreSpecialist, "ztu"),
        new("ck-zaa", "Дроздова Ксения Алексеевна", Role.CareerCentreSpecialist, "zaa"),
    ];

    public static IEnumerable<DemoSignIn> All => Shown.Concat(Others);

    public bool WorksInRegion => RolePlaces.IsInRegion(Role);
}
