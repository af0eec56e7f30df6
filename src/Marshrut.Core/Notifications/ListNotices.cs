using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Notifications;

/// <param name="Words">A sentence without names of people.</param>
/// <param name="Href">The page that it speaks of.</param>
public sealed record NoticeLine(long Id, NoticeKind Kind, string Words, string Href, string Place, DateTime At, bool IsRead);

/// <param name="Before">Give it back for the next page; null: there is none.</param>
public sealed record NoticePage(IReadOnlyList<NoticeLine> Lines, long? Before);

/// <summary>Notices of one user, the latest first, of the places where he still works.</summary>
public sealed class ListNotices(MarshrutDb db) : IUseCase
{
    public const int PageSize = 50;

    /// <param name="before">The last of the page before; null: the first page.</param>
    public async Task<NoticePage> List(long userId, long? before, CancellationToken cancel)
    {
        var found = await Of(db, userId).Where(row => before == null || row.Notice.Id < before).OrderByDescending(row => row.Notice.Id).Take(PageSize + 1).ToListAsync(cancel);
        var lines = found.Take(PageSize).Select(row => row.Line()).ToList();
        return new NoticePage(lines, found.Count > PageSize ? lines[^1].Id : null);
    }

    internal static IQueryable<FoundNotice> Of(MarshrutDb db, long userId) =>
        from notice in db.Notices.AsNoTracking()
        join place in db.Organizations on notice.OrganizationId equals place.Id
        where notice.UserId == userId && db.Memberships.Any(row => row.UserId == userId && row.OrganizationId == place.Id)
        select new FoundNotice
        {
            Notice = notice,
            PlaceCode = place.Code,
            PlaceName = place.Name,
            PlaceKind = place.Kind,
            Other = db.Organizations.Where(other => other.Id == notice.OtherOrganizationId).Select(other => other.Name).FirstOrDefault(),
        };
}

/// <summary>A notice with the organisations that it speaks of.</summary>
internal sealed class FoundNotice
{
    public required Notice Notice { get; init; }

    public required string PlaceCode { get; init; }

    public required string PlaceName { get; init; }

    public required OrganizationKind PlaceKind { get; init; }

    public string? Other { get; init; }

    public NoticeLine Line() => new(
        Notice.Id,
        Notice.Kind,
        NoticeWords.Of(Notice.Kind, Notice.Count, Notice.DueOn, Other ?? "", PlaceKind == OrganizationKind.EmploymentCentre),
        NoticeWords.Href(Notice.Kind, Notice.SubjectId, PlaceCode, PlaceKind),
        PlaceName,
        Notice.At,
        Notice.ReadAt is not null);
}
