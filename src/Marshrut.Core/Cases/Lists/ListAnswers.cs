using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Lists;

/// <summary>One answer of the centre.</summary>
/// <param name="AnsweredBy">Full name; empty: the program.</param>
/// <param name="Name">Of whom it took over; null: given back, and nothing of the person is kept here.</param>
/// <param name="CaseId">Null as the name is.</param>
public sealed record AnswerLine(
    long ItemId, string SenderName, int TransferNumber, DateTime AnsweredAt, string AnsweredBy, ReturnReason? Reason, string? Name, long? CaseId);

/// <summary>The place of a line: moment and id of the last one before.</summary>
public sealed record AnswerKey(DateTime At, long Id);

/// <param name="After">Where the next page begins; null: this is the last.</param>
public sealed record AnswerPage(IReadOnlyList<AnswerLine> Lines, AnswerKey? After);

/// <summary>What the employment centre in scope has answered in the last month, the latest first. Of people given back there is no name: the purpose is over.</summary>
public sealed class ListAnswers(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public const int PageSize = 50;

    public const int Days = 30;

    /// <param name="returned">Those given back; else those taken over.</param>
    /// <param name="after">Null: the first page.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<AnswerPage> List(bool returned, AnswerKey? after, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var since = clock.UtcNow().AddDays(-Days);
        var state = returned ? TransferItemState.Returned : TransferItemState.Accepted;
        var answered = db.TransferItems.AsNoTracking().Where(row => row.ToOrganizationId == own && row.State == state && row.AnsweredAt >= since);
        if (after is { } key)
        {
            answered = answered.Where(row => row.AnsweredAt < key.At || (row.AnsweredAt == key.At && row.Id < key.Id));
        }

        var rows = await (
            from item in answered
            join transfer in db.Transfers.AsNoTracking() on item.TransferId equals transfer.Id
            join sender in db.Organizations on item.FromOrganizationId equals sender.Id
            join one in db.Cases.AsNoTracking() on item.CaseId equals one.Id into cases
            from opened in cases.DefaultIfEmpty()
            join known in db.People.AsNoTracking() on opened.PersonId equals known.Id into people
            from person in people.DefaultIfEmpty()
            orderby item.AnsweredAt descending, item.Id descending
            select new
            {
                item.Id,
                Sender = sender.Name,
                transfer.Number,
                item.AnsweredAt,
                item.AnsweredBy,
                item.ReturnReason,
                item.CaseId,
                LastName = (string?)person.LastName,
                FirstName = (string?)person.FirstName,
                person.MiddleName,
            }).Take(PageSize + 1).ToListAsync(cancel);
        var ids = rows.Select(row => row.AnsweredBy).OfType<string>().Select(Actors.UserIn).OfType<long>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => Actors.Of(user.Id), user => user.FullName, cancel);
        var lines = rows.Take(PageSize).Select(row => new AnswerLine(
            row.Id,
            row.Sender,
            row.Number,
            row.AnsweredAt!.Value,
            row.AnsweredBy is { } by ? names.GetValueOrDefault(by, "") : "",
            row.ReturnReason,
            row.LastName is null ? null : $"{row.LastName} {row.FirstName} {row.MiddleName}".TrimEnd(),
            row.LastName is null ? null : row.CaseId)).ToList();
        return new AnswerPage(lines, rows.Count > PageSize ? new AnswerKey(lines[^1].AnsweredAt, lines[^1].ItemId) : null);
    }
}
