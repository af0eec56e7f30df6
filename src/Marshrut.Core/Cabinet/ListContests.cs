using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cabinet;

/// <param name="Subject">Title of what it is about.</param>
/// <param name="AnsweredBy">Full name; null: not yet, or gone.</param>
public sealed record ContestLine(
    long Id, long EnrolmentId, string LastName, string FirstName, string? Group, string Subject, string Text, DateOnly AskedOn, DateOnly AnswerBy, ContestState State, string? Answer, string? AnsweredBy, DateOnly? AnsweredOn, int Version);

/// <summary>What people of the organisation in scope say is wrong about them.</summary>
public sealed class ListContests(MarshrutDb db, Sealer sealer) : IUseCase
{
    private const int Most = 200;

    /// <summary>Open ones by their term, then the latest answered.</summary>
    /// <param name="personId">Only of this person; null: of all.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<ContestLine>> List(long? personId, CancellationToken cancel)
    {
        var rows = await (
            from contest in db.FactContests.AsNoTracking()
            join enrolment in db.Enrolments on contest.EnrolmentId equals enrolment.Id
            join person in db.People on contest.PersonId equals person.Id
            where personId == null || contest.PersonId == personId
            orderby contest.State == ContestState.Open descending, contest.AnsweredOn descending, contest.AnswerBy, contest.Id
            select new { Contest = contest, person.LastName, person.FirstName, enrolment.Group }).Take(Most).ToListAsync(cancel);
        var users = rows.Select(row => Actors.UserIn(row.Contest.AnsweredBy ?? "")).OfType<long>().Distinct().ToList();
        var names = users.Count == 0 ? [] : await db.Users.Where(user => users.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        return rows.ConvertAll(row => new ContestLine(
            row.Contest.Id,
            row.Contest.EnrolmentId,
            row.LastName,
            row.FirstName,
            row.Group,
            row.Contest.Subject is { } code ? Characteristics.Find(code)?.ImportHeader ?? Characteristics.Find(code)?.Title ?? code : "Другое",
            sealer.OpenNote(row.Contest.Text, SealPurpose.ContestText, row.Contest.Id),
            row.Contest.AskedOn,
            row.Contest.AnswerBy,
            row.Contest.State,
            row.Contest.Answer is { } answer ? sealer.OpenNote(answer, SealPurpose.ContestAnswer, row.Contest.Id) : null,
            Actors.UserIn(row.Contest.AnsweredBy ?? "") is { } user ? names.GetValueOrDefault(user) : null,
            row.Contest.AnsweredOn,
            row.Contest.Version));
    }
}
