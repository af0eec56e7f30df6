using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Frame;
using Marshrut.Web.Infrastructure.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages;

/// <summary>Leads everybody to where they begin: one place at once, several for a choice, nobody to the sign-in page.</summary>
[AllowAnonymous]
public sealed class IndexModel(Workplace workplace, AuthSettings settings) : PageModel
{
    public IReadOnlyList<Post> Posts { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (workplace.User is not { } user)
        {
            return LocalRedirect(SessionCookie.SignInPath);
        }

        if (user.MustChangePassword || settings.AsksSecondStepOf(user))
        {
            return LocalRedirect(Home.OwnAccount);
        }

        Posts = [.. user.Posts.DistinctBy(post => (post.OrganizationId, post.OrganizationId is null ? post.RegionCode : null))];
        return Posts switch
        {
            [] => LocalRedirect(Home.OwnAccount),
            [var only] => LocalRedirect(Home.Of(only)),
            _ => Page(),
        };
    }
}
