using Marshrut.Core.Accounts;

namespace Marshrut.Web.Infrastructure.SignIn;

/// <param name="RequireTotp">Staff must set up a second step before anything else (R29). The demo sets false.</param>
public sealed record AuthSettings(bool RequireTotp)
{
    public static AuthSettings From(IConfiguration configuration) => new(configuration.GetValue("Auth:RequireTotp", true));

    /// <summary>Must the user set up a second step now?</summary>
    public bool AsksSecondStepOf(SignedInUser user) =>
        RequireTotp && !user.HasSecondStep && user.Posts.Any(post => post.Role is not Role.Student);
}
