namespace Marshrut.Web.Pages.Accounts.Users;

/// <summary>At which field of the forms about a user a refusal is shown.</summary>
internal static class RoleFields
{
    public static string Of(string code) => code switch
    {
        "login-unusable" or "login-taken" => "Input.Login",
        "name-unusable" => "Input.FullName",
        "organization-needed" or "organization-unknown" or "role-misplaced" => "Input.Organization",
        "region-needed" or "region-unknown" => "Input.Region",
        "restricted-misplaced" => "Input.Restricted",
        "role-known" => "Input.Role",
        _ => "",
    };
}
