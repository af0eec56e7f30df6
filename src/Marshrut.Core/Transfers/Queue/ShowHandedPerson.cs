using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers.Snapshots;
using Marshrut.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Queue;

/// <summary>One person handed over, as both sides may look at it while there is a purpose.</summary>
/// <param name="Snapshot">Null: returned, revoked or withdrawn; nothing of the person is kept here.</param>
/// <param name="HidesSpecial">There is more, which the reader may not see or did not ask for.</param>
/// <param name="Progress">The plan at the ЦЗН (З1.5); null: there is none, or the reader is the ЦЗН itself.</param>
/// <param name="HasCase">The ЦЗН works with the person in the program; not so while it answers by file.</param>
/// <param name="WorkingDaysLeft">Until the term, for those who wait.</param>
public sealed record HandedPerson(
    long ItemId,
    long TransferId,
    int TransferNumber,
    TransferKind Kind,
    TransferItemState State,
    DateOnly SentOn,
    DateOnly AnswerBy,
    int WorkingDaysLeft,
    TransferSnapshot? Snapshot,
    bool HidesSpecial,
    IReadOnlyList<AskedQuestion> Questions,
    HandedProgress? Progress,
    bool HasCase);

/// <param name="Answer">Null: not answered yet.</param>
public sealed record AskedQuestion(long Id, string Question, DateTime AskedAt, string AskedBy, string? Answer, DateTime? AnsweredAt, string? AnsweredBy);

/// <summary>Opens what was handed over of one person.</summary>
public sealed class ShowHandedPerson(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    /// <param name="itemId">Any id; of others' transfers there is none.</param>
    /// <param name="special">The reader has the right to special facts and asked for them; the look is written down here.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Null: there is no such person in transfers of the organisation in scope.</returns>
    public async Task<HandedPerson?> Show(long itemId, bool special, CancellationToken cancel)
    {
        if (await db.TransferItems.AsNoTracking().SingleOrDefaultAsync(row => row.Id == itemId, cancel) is not { } item)
        {
            return null;
        }

        var transfer = await db.Transfers.AsNoTracking().SingleAsync(row => row.Id == item.TransferId, cancel);
        var whole = item.Snapshot is { } block ? TransferSnapshot.Open(sealer, block, item.Id) : null;
        if (special && whole is { HasSpecial: true })
        {
            var isSender = item.FromOrganizationId == db.Scope.OrganizationId;
            db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.SpecialRead, "transfer-item", item.Id, isSender ? item.PersonId : null));
            await db.SaveChangesAsync(cancel);
        }

        return new HandedPerson(
            item.Id,
            transfer.Id,
            transfer.Number,
            transfer.Kind,
            item.State,
            item.SentOn,
            item.AnswerBy,
            WorkingDays.Russia.WorkingDaysBetween(clock.Today(), item.AnswerBy),
            special ? whole : whole?.WithoutSpecial(),
            !special && whole is { HasSpecial: true },
            await Questions(item.Id, cancel),
            item.Progress is { } told && item.FromOrganizationId == db.Scope.OrganizationId ? HandedProgress.Open(sealer, told, item.Id) : null,
            item.CaseId is not null);
    }

    private async Task<IReadOnlyList<AskedQuestion>> Questions(long itemId, CancellationToken cancel)
    {
        var rows = await db.TransferQuestions.AsNoTracking().Where(row => row.ItemId == itemId).OrderBy(row => row.AskedAt).ThenBy(row => row.Id).ToListAsync(cancel);
        var ids = rows.SelectMany(row => new[] { row.AskedBy, row.AnsweredBy }).OfType<string>().Select(Actors.UserIn).OfType<long>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => Actors.Of(user.Id), user => user.FullName, cancel);
        return rows.ConvertAll(row => new AskedQuestion(
            row.Id,
            sealer.OpenNote(row.Question, SealPurpose.TransferQuestion, row.Id),
            row.AskedAt,
            names.GetValueOrDefault(row.AskedBy, ""),
            row.Answer is { } answer ? sealer.OpenNote(answer, SealPurpose.TransferAnswer, row.Id) : null,
            row.AnsweredAt,
            row.AnsweredBy is { } by ? names.GetValueOrDefault(by, "") : null));
    }
}
