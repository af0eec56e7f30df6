using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace Marshrut.Web.Pages.Profiling.Campaigns;

/// <summary>A sheet for the wall: a QR code and the code of the campaign in signs.</summary>
public sealed class PosterModel(Workplace workplace, ShowCampaign show, PrintCodes codes, TimeProvider clock) : CampaignPages(workplace, clock)
{
    private const int PixelsAModule = 6;

    public ShownCampaign Shown { get; private set; } = null!;

    public string Back => HrefOf(Shown.Campaign.Id);

    public string WallCode => codes.Wall(Shown.Campaign.Id);

    public string Address => $"{Shown.Campaign.SiteAddress}/q/w/{WallCode}";

    public HtmlString Picture
    {
        get
        {
            using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
            using var picture = new SvgQRCode(data);
            return new HtmlString(picture.GetGraphic(PixelsAModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
        }
    }

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } found)
        {
            return NotFound();
        }

        Shown = found;
        return Page();
    }
}
