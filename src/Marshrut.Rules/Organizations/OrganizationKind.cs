namespace Marshrut.Rules.Organizations;

/// <summary>Kind of an organisation (DOMAIN §2, <c>org add --kind</c>). Numbers are stored: never renumber.</summary>
public enum OrganizationKind
{
    /// <summary>школа</summary>
    School = 1,

    /// <summary>ПОО: колледж, техникум</summary>
    College = 2,

    /// <summary>ОО ВО: вуз</summary>
    University = 3,

    /// <summary>ЦЗН, кадровый центр «Работа России»</summary>
    EmploymentCentre = 4,
}
