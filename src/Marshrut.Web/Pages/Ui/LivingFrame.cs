using Marshrut.Web.Ui.Frame;

namespace Marshrut.Web.Pages.Ui;

/// <summary>The frame of the living pages: an invented college on 23 November 2026.</summary>
internal static class LivingFrame
{
    private const string Settings = "Настройка";

    public static void ShowLivingFrame(this HttpContext http, string current) => http.SetPageFrame(new PageFrame
    {
        OrganisationName = "Заречный политехнический колледж",
        OrganisationLine = "Центр карьеры",
        UserName = "Мельникова О.\u00a0С.",
        RoleName = "специалист ЦК",
        StudyYear = "2026/27",
        SearchHref = "/_ui/list",
        NoticesHref = "/_ui",
        Notices = 4,
        HelpHref = "/_ui",
        HomeHref = "/_ui",
        UserMenu = [new("/_ui", "user", "Мои настройки")],
        Items =
        [
            new("/_ui", "sun", "Сегодня", 6, Active: current == "/_ui"),
            new("/_ui/list", "users", "Студенты", 1830, Active: current is "/_ui/list" or "/_ui/card"),
            new("/_ui/import", "file-import", "Импорт", Active: current == "/_ui/import"),
            new("/_ui#risk", "gauge", "Риск", 67),
            new("/_ui#methodology", "scale", "Методика", Group: Settings),
            new("/_ui#organisation", "settings", "Организация", Group: Settings),
        ],
    });
}
