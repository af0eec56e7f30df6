using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Accounts.SecondStep;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.SignIn;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace Marshrut.Web.Pages.Accounts.Own;

/// <summary>Sets up an authenticator app: a picture to scan, words to type, the first code, and recovery codes shown once.</summary>
public sealed class SecondStepModel(Workplace workplace, BeginSecondStep begin, ConfirmSecondStep confirm, AuthSettings settings) : PageModel
{
    private const int PixelsAModule = 5;

    [BindProperty]
    [Display(Name = "Шесть цифр из приложения")]
    [Required(ErrorMessage = "Введите код из приложения")]
    [StringLength(20, ErrorMessage = "Код короче: шесть цифр")]
    public string Code { get; set; } = "";

    /// <summary>Nothing else opens before it is done.</summary>
    public bool IsForced => settings.AsksSecondStepOf(workplace.User!);

    public OfferedSecret? Offered { get; private set; }

    /// <summary>Shown once, after the app was confirmed.</summary>
    public IReadOnlyList<string>? NewCodes { get; private set; }

    public HtmlString Picture { get; private set; } = HtmlString.Empty;

    public async Task OnGet(CancellationToken cancel)
    {
        ModelState.Clear();
        await Offer(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            await Offer(cancel);
            return this.NotTaken();
        }

        try
        {
            var (user, codes) = await confirm.Confirm(workplace.User!.Id, Code, cancel);
            await SessionCookie.Begin(HttpContext, user);
            NewCodes = codes;
            return Page();
        }
        catch (RuleViolation refusal)
        {
            await Offer(cancel);
            return this.NotTaken(refusal, nameof(Code));
        }
    }

    private async Task Offer(CancellationToken cancel)
    {
        Offered = await begin.Begin(workplace.User!.Id, cancel);
        using var data = QRCodeGenerator.GenerateQrCode(Offered.Link, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        Picture = new HtmlString(code.GetGraphic(PixelsAModule, "#17212b", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
