using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Notifications;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Calendar;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Ui.Frame;

namespace Marshrut.Web.Infrastructure.Frame;

/// <summary>Tells the layout who works, where, and with which sections.</summary>
public sealed class FillFrame(RequestDelegate next, Moments moments)
{
    public async Task InvokeAsync(HttpContext http, Workplace workplace, CountWaitingImports imports, CountWaitingPeople queue, CountNotices notices)
    {
        if (workplace.User is { } user)
        {
            // On the pages of the account somebody with one place still sees it around.
            var posts = workplace.Posts.Count > 0 ? workplace.Posts : user.Posts.Count == 1 ? user.Posts : [];
            var frame = FrameOf(user, posts);
            http.SetPageFrame(posts.Count == 0 ? frame : frame with
            {
                NoticesHref = Pages.Notifications.Conventions.Path,
                Count = async () =>
                {
                    // Beside a section how many things wait there; of the others none is counted cheaply enough for every page.
                    var waiting = new Dictionary<string, int>(StringComparer.Ordinal);
                    if (workplace.Can(Permission.ImportRegister))
                    {
                        waiting["/import"] = await imports.Count(http.RequestAborted);
                    }

                    if (workplace.Can(Permission.AnswerTransfers))
                    {
                        waiting["/queue"] = await queue.Count(http.RequestAborted);
                    }

                    return new FrameCounts(await notices.Count(user.Id, http.RequestAborted), waiting);
                },
            });
        }

        await next(http);
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
