using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Requests;

/// <param name="EnrolmentId">The card of the person's latest study; null: a person without any.</param>
/// <param name="By">Who wrote it down; empty: the program.</param>
public sealed record ShownRequest(RequestLine Line, long? EnrolmentId, string Title, string? Wish, string? Result, string By, int Version);

/// <summary>Requests with their words: one, or all of one person.</summary>
public sealed class ShowRequest(MarshrutDb db, Sealer sealer, ListRequestTypes types) : IUseCase
{
    /// <returns>Null: there is no such request here.</returns>
    public async Task<ShownRequest?> Show(long id, CancellationToken cancel) => (await Read(db.ClientRequests.Where(row => row.Id == id), cancel)).SingleOrDefault();

    /// <returns>Of one person: those that go on first, then the latest.</returns>
    public async Task<IReadOnlyList<ShownRequest>> OfPerson(long personId, CancellationToken cancel) =>
        [.. (await Read(db.ClientRequests.Where(row => row.PersonId == personId), cancel))
            .OrderBy(one => one.Line.ClosedOn is not null).ThenByDescending(one => one.Line.ClosedOn ?? one.Line.AskedOn).ThenByDescending(one => one.Line.Id)];

    private async Task<List<ShownRequest>> Read(IQueryable<ClientRequest> asked, CancellationToken cancel)
    {
        var rows = await asked.AsNoTracking().ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return [];
        }

        var (ids, person) = (rows.ConvertAll(row => row.Id), rows[0].PersonId);
        var lines = await RequestLine.Of(db).Where(line => ids.Contains(line.Id)).ToDictionaryAsync(line => line.Id, cancel);
        var titles = (await types.List(cancel)).ToDictionary(type => type.Code, type => type.Title);
        var users = rows.Select(row => Actors.UserIn(row.Actor)).OfType<long>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => users.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        var study = await db.Enrolments.AsNoTracking().Where(row => row.PersonId == person)
            .OrderByDescending(row => row.GraduationYear).ThenByDescending(row => row.Id).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancel);
        return rows.ConvertAll(row => new ShownRequest(
            lines[row.Id],
            study,
            titles.GetValueOrDefault(row.Type, row.Type),
            row.Wish is { } wish ? sealer.OpenNote(wish, SealPurpose.RequestWish, row.Id) : null,
            row.Result is { } result ? sealer.OpenNote(result, SealPurpose.RequestResult, row.Id) : null,
            Actors.UserIn(row.Actor) is { } user ? names.GetValueOrDefault(user, "") : "",
            row.Version));
    }
}
