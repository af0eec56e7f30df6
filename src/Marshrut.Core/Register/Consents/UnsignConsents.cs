using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Consents;

/// <param name="Kept">People whose consent was changed or withdrawn since, or who are with an employment centre by now: theirs stays.</param>
public sealed record UnsignedConsents(int Undone, int Kept);

/// <summary>
/// «Записаны 24 согласия. Отменить»: what the acting user recorded at one moment by mistake is taken off the record, as if it had never been signed. It is no
/// withdrawal: whoever signed later may have signed on any day.
/// </summary>
public sealed class UnsignConsents(MarshrutDb db, Sealer sealer, CardBook book, TimeProvider clock) : IUseCase
{
    /// <param name="moment"><see cref="SignedAnswer.At"/>.</param>
    /// <param name="cancel">Leaves everything.</param>
    public async Task<UnsignedConsents> Undo(DateTime moment, CancellationToken cancel)
    {
        var actor = db.Scope.Actor;
        var count = await db.Evidence.CountAsync(row => row.RecordedAt == moment && row.Actor == actor && row.Source == EvidenceSource.Manual, cancel);
        if (count is 0 or > SignConsents.Most)
        {
            return new UnsignedConsents(0, 0);
        }

        var ids = new IdRange(db.Ids.Reserve(count), count);
        await using var transaction = await book.Begin(cancel);
        var acts = await db.Evidence.AsNoTracking().Where(row => row.RecordedAt == moment && row.Actor == actor && row.Source == EvidenceSource.Manual).ToListAsync(cancel);
        var personIds = acts.ConvertAll(row => row.PersonId);
        var people = await db.People.Where(row => personIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var records = (await db.Consents.Where(row => personIds.Contains(row.PersonId)).ToListAsync(cancel)).ToLookup(row => row.PersonId);
        var handed = (await db.TransferItems.Where(row => personIds.Contains(row.PersonId) && (row.State == TransferItemState.Waiting || row.State == TransferItemState.Accepted)).Select(row => row.PersonId).ToListAsync(cancel)).ToHashSet();
        var now = clock.UtcNow();
        var undone = 0;
        foreach (var act in acts)
        {
            if (people.TryGetValue(act.PersonId, out var person) && !handed.Contains(person.Id) && TakeBack(act, person, [.. records[person.Id]], moment) is { } change)
            {
                person.Version++;
                book.Tell(new CardAct(AuditActions.ConsentUnsigned, person.Id, null, [change], null, Withdraws: act.Id), ids.Take(), now);
                undone++;
            }
        }

        if (undone > 0)
        {
            await book.Save(cancel);
            await transaction.CommitAsync(cancel);
        }

        return new UnsignedConsents(undone, acts.Count - undone);
    }

    /// <returns>Null: something else has come meanwhile.</returns>
    private FieldChange? TakeBack(Evidence act, Person person, List<ConsentRecord> records, DateTime moment)
    {
        if (records.Find(row => row.RecordedAt == moment) is not { } record || Consent.Open(sealer, record) is not { WithdrawnOn: null } consent)
        {
            return null;
        }

        var isLatest = records.TrueForAll(row => row.RecordedAt <= moment || Consent.Open(sealer, row).Purpose != consent.Purpose);
        if (!isLatest || ConsentDay.Get(person, consent.Purpose, sealer) != consent.SignedOn)
        {
            return null;
        }

        var key = ConsentDay.Change(consent.Purpose, null, null).Key;
        var before = EvidencePayload.Open(sealer, act).Before?.GetValueOrDefault(key) is { } text && RussianDates.TryParse(text, out var day) ? day : (DateOnly?)null;
        ConsentDay.Put(person, consent.Purpose, before, sealer);
        db.Consents.Remove(record);
        return ConsentDay.Change(consent.Purpose, consent.SignedOn, before);
    }
}
