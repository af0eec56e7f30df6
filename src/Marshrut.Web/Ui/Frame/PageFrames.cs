namespace Marshrut.Web.Ui.Frame;

/// <summary>The frame of the present request.</summary>
public static class PageFrames
{
    public static void SetPageFrame(this HttpContext http, PageFrame frame) => http.Features.Set(frame);

    public static PageFrame PageFrame(this HttpContext http) => http.Features.Get<PageFrame>() ?? Frame.PageFrame.Empty;
}
