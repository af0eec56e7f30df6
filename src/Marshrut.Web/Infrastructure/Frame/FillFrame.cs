using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Notifications;
using Marshrut.Rules.Calendar;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Ui.Frame;

namespace Marshrut.Web.Infrastructure.Frame;

/// <summary>Tells the layout who works, where, and with which sections.</summary>
public sealed class FillFrame(RequestDelegate next, Moments moments)
{
    public async Task InvokeAsync(HttpContext http, Workplace workplace, CountWaitingImports waiting, CountNotices notices)
    {
        if (workplace.User is { } user)
        {
            // On the pages of the account somebody with one place still sees it around.
            var posts = workplace.Posts.Count > 0 ? workplace.Posts : user.Posts.Count == 1 ? user.Posts : [];
            var frame = FrameOf(user, posts);
            if (HttpMethods.IsGet(http.Request.Method) && posts.Count > 0)
            {
                frame = frame with { NoticesHref = Pages.Notifications.Conventions.Path, Notices = await notices.Count(user.Id, http.RequestAborted) };
                frame = workplace.Can(Permission.ImportRegister) ? await Counted(frame, waiting, http.RequestAborted) : frame;
            }

            http.SetPageFrame(frame);
        }

        await next(http);
    }

    /// <summary>Beside «Импорт» how many things wait there; of the other sections none is counted cheaply enough for every page.</summary>
    private static async Task<PageFrame> Counted(PageFrame frame, CountWaitingImports waiting, CancellationToken cancel)
    {
        var count = await waiting.Count(cancel);
        return count == 0
            ? frame
            : frame with { Items = [.. frame.Items.Select(item => item.Href.EndsWith("/import", StringComparison.Ordinal) ? item with { Count = count } : item)] };
    }

    private PageFrame FrameOf(SignedInUser user, IReadOnlyList<Post> posts)
    {
        var place = posts is [var first, ..] ? first : null;
        var words = place is null ? (Name: "Маршрут", Line: "") : Home.Words(place);
        var sections = posts.SelectMany(Home.Sections).DistinctBy(section => section.Route).OrderBy(section => section.Order).ToList();
        var otherPlaces = user.Posts.Count > 1 ? [new NavigationItem("/", "building", "Другое место работы")] : Array.Empty<NavigationItem>();
        return new PageFrame
        {
            OrganisationName = words.Name,
            OrganisationLine = words.Line,
            UserName = PersonalName.Short(user.FullName),
            RoleName = place is null ? null : RoleNames.Short(place.Role),
            SearchHref = sections.FirstOrDefault(section => section.Permission == Permission.SeePeople)?.Href(place!),
            StudyYear = place?.RegionCode is null ? null : StudyYear.Of(moments.Today).ToString(),
            Items = [.. sections.Select(section => new NavigationItem(section.Href(place!), section.Icon, section.TextIn(place!), Group: section.Group))],
            UserMenu = [new NavigationItem(Home.OwnAccount, "user", "Мой профиль"), .. otherPlaces],
            SignOutHref = "/sign-out",
            HomeHref = place is null ? "/" : Home.Of(place),
        };
    }
}
