using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Marshrut.Core.Cases.Steps;

/// <summary>What every act on a case shares: locks, the entry of its story, the window of the ЦК, the journal.</summary>
public sealed class CaseBook(MarshrutDb db, BulkWriter bulk, Sealer sealer, TimeProvider clock) : IUseCase
{
    private static readonly string[] told =
        [nameof(TransferItem.CaseState), nameof(TransferItem.Outcome), nameof(TransferItem.CuratorName), nameof(TransferItem.CuratorId), nameof(TransferItem.LastActivityOn),
         nameof(TransferItem.PlanMadeOn), nameof(TransferItem.PlanSteps), nameof(TransferItem.PlanDone), nameof(TransferItem.Progress),
         nameof(TransferItem.PassOnTo), nameof(TransferItem.PassOnWords), nameof(TransferItem.PassedOnAs)];

    /// <summary>Takes the register first, as whoever accepts and withdraws does. Take ids before: SQLite has one writer.</summary>
    internal async Task<IDbContextTransaction> Begin(CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OrganizationLock.Take(db, cancel);
        return transaction;
    }

    /// <summary>
    /// Cases of the centre in scope with the items of transfers behind them, locked in the order in which a withdrawal of consent takes them. Forgotten people
    /// have none (R36).
    /// </summary>
    internal async Task<List<OpenedCase>> Open(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var items = await db.Cases.AsNoTracking().Where(row => ids.Contains(row.Id) && row.TransferItemId != null).Select(row => row.TransferItemId!.Value).ToListAsync(cancel);
        var locked = items.Count == 0 ? [] : (await db.LockItems(items, cancel)).ToDictionary(item => item.Id);
        var cases = await db.Cases.Where(row => ids.Contains(row.Id) && row.PersonId != null).OrderBy(row => row.Id).ToListAsync(cancel);
        return cases.ConvertAll(row => new OpenedCase(row, row.TransferItemId is { } item ? locked.GetValueOrDefault(item) : null));
    }

    /// <summary>One case that a form was filled in for.</summary>
    /// <returns>Null: there is none in the centre in scope.</returns>
    /// <exception cref="RuleViolation"><c>case-changed</c>: somebody did something to it since.</exception>
    internal async Task<OpenedCase?> Open(long id, int? seenVersion, CancellationToken cancel)
    {
        if ((await Open([id], cancel)).SingleOrDefault() is not { } opened)
        {
            return null;
        }

        if (seenVersion is { } seen && seen != opened.Case.Version)
        {
            throw new RuleViolation("case-changed", $"Пока вы писали, {await LastChange(id, cancel)}. Ваш ввод сохранён: проверьте и нажмите кнопку ещё раз.");
        }

        return opened;
    }

    /// <summary>Puts an act down: entry, journal, and what the ЦК sees of it (З1.5). The caller saves.</summary>
    /// <param name="activity">Something was done with the person, not only on paper.</param>
    /// <param name="at">The one moment of an act on many, by which it is taken back; null: now.</param>
    internal void Tell(OpenedCase opened, CaseEntryDraft draft, long entryId, string action, bool activity, object? details = null, DateTime? at = null)
    {
        var (row, now) = (opened.Case, at ?? clock.UtcNow());
        db.CaseEntries.Add(new CaseEntry
        {
            Id = entryId,
            OrganizationId = row.OrganizationId,
            CaseId = row.Id,
            At = now,
            Actor = db.Scope.Actor,
            Kind = draft.Kind,
            Way = draft.Way,
            Result = draft.Result,
            Step = draft.Step,
            Outcome = draft.Outcome,
            On = draft.On,
            CuratorId = draft.CuratorId,
            CuratorBefore = draft.CuratorBefore,
            Text = draft.Text is { Length: > 0 } text ? sealer.SealNote(text, SealPurpose.CaseText, entryId) : null,
        });
        db.Audit(new AuditDraft(row.OrganizationId, action, "case", row.Id, row.PersonId, details));
        if (opened.Item is { } item)
        {
            (item.CaseState, item.Outcome) = (row.State, row.Outcome);
            item.LastActivityOn = activity ? clock.Today() : item.LastActivityOn;
        }
    }

    internal async Task Save(IReadOnlyCollection<OpenedCase> opened, CancellationToken cancel)
    {
        await bulk.Update([.. opened.Select(one => one.Item).OfType<TransferItem>()], told, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("case-changed", "Это сопровождение только что изменил другой. Обновите страницу и повторите.");
        }
    }

    private async Task<string> LastChange(long caseId, CancellationToken cancel)
    {
        var last = await db.CaseEntries.AsNoTracking().Where(row => row.CaseId == caseId).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
        if (last is null)
        {
            return "сопровождение изменил другой";
        }

        var by = Actors.UserIn(last.Actor) is { } user ? await db.Users.AsNoTracking().Where(row => row.Id == user).Select(row => row.FullName).FirstOrDefaultAsync(cancel) : null;
        return $"{by ?? "программа"} — {CaseWords.Entry(last)}";
    }
}

/// <summary>A case held until the transaction ends.</summary>
/// <param name="Item">The window of the ЦК; null: the person came by himself.</param>
internal sealed record OpenedCase(Case Case, TransferItem? Item);

/// <summary>What an entry will tell.</summary>
internal sealed record CaseEntryDraft(
    CaseEntryKind Kind, ContactWay? Way = null, ContactResult? Result = null, CaseStep? Step = null, CaseOutcome? Outcome = null, DateOnly? On = null, long? CuratorId = null, long? CuratorBefore = null, string? Text = null);
