using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Register;

/// <summary>What the people of a register are called: a school has pupils, and to an employment centre not only students come.</summary>
public static class PeopleWords
{
    public const string Students = "Студенты";
    public const string Pupils = "Ученики";
    public const string Others = "Люди";

    public static bool HasPupils(this Workplace workplace) => workplace.OrganizationKind == OrganizationKind.School;

    /// <summary>People are handed over by colleges and universities: only they have agreements (DOMAIN §8), so only their consents have a recipient.</summary>
    public static bool HandsOver(this Workplace workplace) => workplace.OrganizationKind is OrganizationKind.College or OrganizationKind.University;

    /// <summary>The name of the list.</summary>
    public static string People(this Workplace workplace) => workplace.OrganizationKind switch
    {
        OrganizationKind.School => Pupils,
        OrganizationKind.EmploymentCentre => Others,
        _ => Students,
    };

    public static string Person(this Workplace workplace) => workplace.OrganizationKind switch
    {
        OrganizationKind.School => "Ученик",
        OrganizationKind.EmploymentCentre => "Человек",
        _ => "Студент",
    };
}
