using Marshrut.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Accounts.Users;

/// <summary>Users of the installation.</summary>
public sealed class IndexModel(ListUsers users) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Blocked { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>locked · onetime · nostep</summary>
    [BindProperty(SupportsGet = true)]
    public UserAttention? State { get; set; }

    public UserPage Found { get; private set; } = new([], null);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Role is not null || Blocked is not null || State is not null;

    public static IEnumerable<SelectListItem> Roles => RolePlaces.Assignable.Select(role => new SelectListItem(RoleNames.Of(role), role.ToString()));

    public static IEnumerable<SelectListItem> States =>
    [
        new("вход закрыт на четверть часа", nameof(UserAttention.Locked)), new("одноразовый пароль", nameof(UserAttention.OneTime)), new("нет второго шага", nameof(UserAttention.NoStep)),
    ];

    public async Task OnGet(CancellationToken cancel) => Found = await users.List(new UserFilter(Q, Role, Blocked, After, State), cancel);
}
