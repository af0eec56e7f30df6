using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Profiling.Campaigns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Answering;

/// <summary>Where the QR code on the wall leads: a link by e-mail to whom the centre knows, or the personal code.</summary>
[AllowAnonymous]
public sealed class WallModel(ActingScope scope, AskForLink ask) : AnsweringPages(scope)
{
    [BindProperty]
    public string? Email { get; set; }

    public WallDoor Door { get; private set; } = null!;

    /// <summary>The answer is the same whether somebody has this address or not.</summary>
    public bool IsAsked { get; private set; }

    public Task<IActionResult> OnGet(string code, CancellationToken cancel) => Show(code, cancel);

    public async Task<IActionResult> OnPost(string code, CancellationToken cancel)
    {
        var page = await Show(code, cancel);
        if (Door is { IsOpen: true })
        {
            await ask.ByAddress(Door, Email, cancel);
            IsAsked = true;
        }

        return page;
    }

    private async Task<IActionResult> Show(string code, CancellationToken cancel)
    {
        if (await ask.Wall(code, cancel) is not { } door)
        {
            return NotFound();
        }

        Door = door;
        return Page();
    }
}
