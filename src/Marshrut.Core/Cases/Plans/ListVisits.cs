using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <param name="Phone">E.164; null: not known.</param>
public sealed record CalendarLine(VisitLine Visit, string LastName, string FirstName, string? Phone, string CuratorName);

/// <summary>Visits of a span of days in the centre in scope, in their order. Cancelled ones are not among them.</summary>
public sealed class ListVisits(MarshrutDb db, Sealer sealer) : IUseCase
{
    /// <param name="first">The first day.</param>
    /// <param name="last">The last.</param>
    /// <param name="curatorId">Only to this curator; null: all of the centre's.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<CalendarLine>> List(DateOnly first, DateOnly last, long? curatorId, CancellationToken cancel)
    {
        var rows = await (
            from visit in db.Visits.AsNoTracking()
            join row in db.Cases.AsNoTracking() on visit.CaseId equals row.Id
            join person in db.People.AsNoTracking() on row.PersonId equals person.Id
            where visit.On >= first && visit.On <= last && visit.State != VisitState.Cancelled && (curatorId == null || visit.CuratorId == curatorId)
            orderby visit.On, visit.From, visit.Id
            select new { Visit = visit, person.LastName, person.FirstName, person.Phone, Curator = db.Users.Where(user => user.Id == visit.CuratorId).Select(user => user.FullName).FirstOrDefault() })
            .ToListAsync(cancel);
        return rows.ConvertAll(row => new CalendarLine(row.Visit.Told(sealer), row.LastName, row.FirstName, row.Phone, row.Curator ?? ""));
    }
}
