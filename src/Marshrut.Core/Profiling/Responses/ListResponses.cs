using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Responses;

/// <param name="Title">Of the questionnaire.</param>
/// <param name="By">Who wrote it down; empty: the program.</param>
/// <param name="IsValid">Not older than twelve months.</param>
public sealed record ResponseLine(long Id, long PersonId, string Questionnaire, int Version, string Title, DateOnly AnsweredOn, ResponseWay Way, string By, bool IsValid);

/// <summary>What people answered: all of one person, the latest first.</summary>
public sealed class ListResponses(MarshrutDb db, FindQuestionnaire questionnaires, TimeProvider clock) : IUseCase
{
    /// <summary>DOMAIN §6.</summary>
    public const int ValidMonths = Rules.Risk.FactEntry.ValidityMonths;

    public Task<IReadOnlyList<ResponseLine>> OfPerson(long personId, CancellationToken cancel) => Read(db.Responses.Where(row => row.PersonId == personId), cancel);

    internal async Task<IReadOnlyList<ResponseLine>> Read(IQueryable<Response> responses, CancellationToken cancel)
    {
        var rows = await responses.AsNoTracking().OrderByDescending(row => row.AnsweredOn).ThenByDescending(row => row.Id)
            .Select(row => new { row.Id, row.PersonId, row.Questionnaire, row.Version, row.AnsweredOn, row.Way, row.Actor })
            .ToListAsync(cancel);
        var users = rows.Select(row => Actors.UserIn(row.Actor)).OfType<long>().Distinct().ToList();
        var names = users.Count == 0 ? [] : await db.Users.AsNoTracking().Where(user => users.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        var titles = await questionnaires.Titles([.. rows.Select(row => (row.Questionnaire, row.Version)).Distinct()], cancel);
        return rows.ConvertAll(row => new ResponseLine(
            row.Id,
            row.PersonId,
            row.Questionnaire,
            row.Version,
            titles[(row.Questionnaire, row.Version)],
            row.AnsweredOn,
            row.Way,
            Actors.UserIn(row.Actor) is { } user ? names.GetValueOrDefault(user, "") : "",
            row.AnsweredOn.AddMonths(ValidMonths) >= clock.Today()));
    }
}
