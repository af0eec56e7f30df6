namespace Marshrut.Core.Organizations;

/// <summary>Kinds of organisations in words.</summary>
public static class KindNames
{
    public static string Of(OrganizationKind kind) => kind switch
    {
        OrganizationKind.School => "школа",
        OrganizationKind.College => "колледж, техникум",
        OrganizationKind.University => "вуз",
        OrganizationKind.EmploymentCentre => "центр занятости",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
