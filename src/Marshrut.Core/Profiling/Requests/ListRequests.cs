using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Profiling;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Requests;

/// <param name="Type">Code of a type; null: any.</param>
/// <param name="ResponsibleId">Who answers for it; null: anybody.</param>
/// <param name="Search">Part of a name.</param>
public sealed record RequestFilter(RequestState State = RequestState.Open, string? Type = null, long? ResponsibleId = null, string? Search = null)
{
    public bool IsNarrowed => Type is not null || ResponsibleId is not null || Search is not null;

    internal IQueryable<RequestLine> Of(MarshrutDb db)
    {
        var lines = RequestLine.Of(db).Where(line => line.State == State);
        if (Type is { } type)
        {
            lines = lines.Where(line => line.Type == type);
        }

        if (ResponsibleId is { } user)
        {
            lines = lines.Where(line => line.ResponsibleId == user);
        }

        if (Search is { } typed)
        {
            var name = NameText.Normalize(typed);
            lines = lines.Where(line => line.SortName.Contains(name));
        }

        return lines;
    }
}

/// <summary>A row of a list of requests.</summary>
public sealed class RequestLine
{
    public required long Id { get; init; }

    public required long PersonId { get; init; }

    public required string Type { get; init; }

    public required RequestState State { get; init; }

    public required long? ResponsibleId { get; init; }

    public required string? Responsible { get; init; }

    public required DateOnly AskedOn { get; init; }

    public required DateOnly? ClosedOn { get; init; }

    public required string LastName { get; init; }

    public required string FirstName { get; init; }

    public required string? MiddleName { get; init; }

    public required string SortName { get; init; }

    public required string? Phone { get; init; }

    /// <summary>Of the person's latest study; null: a person without any.</summary>
    public required string? Group { get; init; }

    internal static IQueryable<RequestLine> Of(MarshrutDb db) =>
        from request in db.ClientRequests.AsNoTracking()
        join person in db.People.AsNoTracking() on request.PersonId equals person.Id
        select new RequestLine
        {
            Id = request.Id,
            PersonId = person.Id,
            Type = request.Type,
            State = request.State,
            ResponsibleId = request.ResponsibleId,
            Responsible = db.Users.Where(user => user.Id == request.ResponsibleId).Select(user => user.FullName).FirstOrDefault(),
            AskedOn = request.AskedOn,
            ClosedOn = request.ClosedOn,
            LastName = person.LastName,
            FirstName = person.FirstName,
            MiddleName = person.MiddleName,
            SortName = person.SortName,
            Phone = person.Phone,
            Group = db.Enrolments.Where(row => row.PersonId == person.Id).OrderByDescending(row => row.GraduationYear).ThenByDescending(row => row.Id).Select(row => row.Group).FirstOrDefault(),
        };
}

/// <param name="Count">How many the filter finds.</param>
/// <param name="Counts">State → how many, over the whole organisation.</param>
public sealed record RequestPage(IReadOnlyList<RequestLine> Lines, int Count, IReadOnlyDictionary<RequestState, int> Counts, bool HasPrevious, bool HasNext);

/// <summary>Requests of the people of the organisation in scope: those that wait longest first, of the closed ones the latest.</summary>
public sealed class ListRequests(MarshrutDb db) : IUseCase
{
    public const int PageSize = 50;

    private static readonly DateOnly never = new(9999, 12, 31);
    private static readonly KeysetOrder<RequestLine> waiting = new KeysetOrder<RequestLine>().By(line => line.AskedOn).By(line => line.Id);
    private static readonly KeysetOrder<RequestLine> closed = new KeysetOrder<RequestLine>().By(line => line.ClosedOn ?? never, descending: true).By(line => line.Id, descending: true);

    /// <param name="filter">Which requests.</param>
    /// <param name="after">The last line of the page before.</param>
    /// <param name="before">The first line of the page after.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<RequestPage> List(RequestFilter filter, long? after, long? before, CancellationToken cancel)
    {
        var (all, order) = (filter.Of(db), OrderOf(filter));
        var at = (after ?? before) is { } place ? await RequestLine.Of(db).FirstOrDefaultAsync(line => line.Id == place, cancel) : null;
        var backward = at is not null && after is null;
        var found = await order.Of(at is null ? all : order.Beyond(all, at, backward), backward).Take(PageSize + 1).ToListAsync(cancel);
        var more = found.Count > PageSize;
        var lines = found.Take(PageSize).ToList();
        if (backward)
        {
            lines.Reverse();
        }

        var counts = await db.ClientRequests.GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var count = at is null && !more ? lines.Count : filter.IsNarrowed ? await all.CountAsync(cancel) : counts.GetValueOrDefault(filter.State);
        return new RequestPage(lines, count, counts, backward ? more : at is not null, backward || more);
    }

    internal static KeysetOrder<RequestLine> OrderOf(RequestFilter filter) => filter.State is RequestState.Open or RequestState.InWork ? waiting : closed;
}
