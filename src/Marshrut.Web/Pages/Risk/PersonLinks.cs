namespace Marshrut.Web.Pages.Risk;

/// <summary>Addresses of the register's own pages.</summary>
public static class PersonLinks
{
    public static string Card(string organization, long enrolmentId) => FormattableString.Invariant($"/o/{Uri.EscapeDataString(organization)}/students/{enrolmentId}");
}
