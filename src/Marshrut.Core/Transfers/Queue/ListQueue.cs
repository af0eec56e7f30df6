using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers.Snapshots;
using Marshrut.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Queue;

/// <summary>One person waiting for an answer.</summary>
/// <param name="WorkingDaysLeft">Until the term; negative: late by so many.</param>
/// <param name="Tags">Short names of ordinary characteristics, heavier ones first.</param>
public sealed record QueueLine(
    long Id,
    long TransferId,
    int TransferNumber,
    TransferKind Kind,
    string LastName,
    string FirstName,
    string? MiddleName,
    string SenderName,
    string ProgrammeCode,
    string? ProgrammeName,
    int GraduationYear,
    string? District,
    int Priority,
    IReadOnlyList<string> Tags,
    DateOnly SentOn,
    DateOnly AnswerBy,
    int WorkingDaysLeft,
    bool HasOpenQuestion,
    bool HasAnswer);

/// <param name="After">Where the next page begins; null: this is the last.</param>
public sealed record QueuePage(IReadOnlyList<QueueLine> Lines, QueueKey? After);

/// <summary>The place of a line in the order: term, then priority downwards, then id.</summary>
public sealed record QueueKey(DateOnly AnswerBy, int Priority, long Id);

/// <summary>Whoever waits for the answer of the employment centre in scope, nearest term first, then by priority.</summary>
public sealed class ListQueue(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    public const int PageSize = 50;

    public async Task<QueuePage> List(QueueFilter filter, QueueKey? after, CancellationToken cancel)
    {
        var waiting = filter.Of(db, clock.Today());
        if (after is { } key)
        {
            waiting = waiting.Where(row => row.AnswerBy > key.AnswerBy
                || (row.AnswerBy == key.AnswerBy && (row.Priority < key.Priority || (row.Priority == key.Priority && row.Id > key.Id))));
        }

        var rows = await (
            from item in waiting
            join transfer in db.Transfers.AsNoTracking() on item.TransferId equals transfer.Id
            join sender in db.Organizations on item.FromOrganizationId equals sender.Id
            orderby item.AnswerBy, item.Priority descending, item.Id
            select new
            {
                Item = item,
                transfer.Number,
                transfer.Kind,
                Sender = sender.Name,
                Open = db.TransferQuestions.Any(question => question.ItemId == item.Id && question.AnsweredAt == null),
                Answered = db.TransferQuestions.Any(question => question.ItemId == item.Id && question.AnsweredAt != null),
            }).Take(PageSize + 1).ToListAsync(cancel);
        var today = clock.Today();
        var lines = rows.Take(PageSize).Select(row =>
        {
            var handed = TransferSnapshot.Open(sealer, row.Item.Snapshot!, row.Item.Id);
            return new QueueLine(
                row.Item.Id, row.Item.TransferId, row.Number, row.Kind, handed.Person.LastName, handed.Person.FirstName, handed.Person.MiddleName, row.Sender,
                handed.Study.ProgrammeCode, handed.ProgrammeName, handed.Study.GraduationYear, row.Item.District, row.Item.Priority, handed.Tags,
                row.Item.SentOn, row.Item.AnswerBy, WorkingDays.Russia.WorkingDaysBetween(today, row.Item.AnswerBy), row.Open, row.Answered);
        }).ToList();
        var last = rows.Count > PageSize ? rows[PageSize - 1].Item : null;
        return new QueuePage(lines, last is null ? null : new QueueKey(last.AnswerBy, last.Priority, last.Id));
    }
}
