using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Lists;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <summary>One line of the story.</summary>
/// <param name="By">Full name; empty: the program.</param>
public sealed record CaseStory(DateTime At, string By, CaseEntry Entry, string? Text, string? CuratorName);

/// <param name="Handed">What the ЦК handed over; null: the person came by himself.</param>
/// <param name="HidesSpecial">There is more, which the reader may not see or did not ask for.</param>
/// <param name="FollowUps">Planned questions to somebody who works, the nearest first.</param>
/// <param name="LostAfter">Attempts in a row without an answer after which the contact may be called lost.</param>
/// <param name="ItemId">Of the transfer; null: the person came by himself.</param>
/// <param name="Needs">What the person needs and what stands in the way.</param>
public sealed record CaseCard(
    CaseLine Line,
    int Version,
    long PersonId,
    long? EnrolmentId,
    PersonValues Person,
    TransferKind? Kind,
    int? TransferNumber,
    DateOnly? SentOn,
    TransferSnapshot? Handed,
    bool HidesSpecial,
    IReadOnlyList<CaseStory> Story,
    IReadOnlyList<FollowUp> FollowUps,
    int LostAfter,
    long? ItemId,
    WrittenNeeds Needs);

/// <summary>Opens a case of the centre in scope: the person, what was handed over, the story. What hangs on it is <see cref="ShowCaseDetails"/>.</summary>
public sealed class ShowCase(MarshrutDb db, Sealer sealer, ShowLostAfter lost) : IUseCase
{
    /// <param name="id">Any id; a foreign one is nobody's.</param>
    /// <param name="special">The reader has the right to special facts and asked for them; the look is written down here.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Null: the centre has no such case, or the person is forgotten (R36).</returns>
    public async Task<CaseCard?> Show(long id, bool special, CancellationToken cancel)
    {
        if (await CaseLine.Of(db).SingleOrDefaultAsync(line => line.Id == id, cancel) is not { } line)
        {
            return null;
        }

        var row = await db.Cases.AsNoTracking().SingleAsync(one => one.Id == id, cancel);
        var person = await db.People.AsNoTracking().SingleAsync(one => one.Id == row.PersonId, cancel);
        var item = row.TransferItemId is { } itemId ? await db.TransferItems.AsNoTracking().SingleAsync(one => one.Id == itemId, cancel) : null;
        var transfer = item is null ? null : await db.Transfers.AsNoTracking().SingleAsync(one => one.Id == item.TransferId, cancel);
        var whole = item?.Snapshot is { } block ? TransferSnapshot.Open(sealer, block, item.Id) : null;
        if (special && whole is { HasSpecial: true })
        {
            db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.SpecialRead, "case", id, row.PersonId));
            await db.SaveChangesAsync(cancel);
        }

        return new CaseCard(
            line,
            row.Version,
            person.Id,
            row.EnrolmentId,
            PersonValues.Of(person),
            transfer?.Kind,
            transfer?.Number,
            transfer?.SentOn,
            special ? whole : whole?.WithoutSpecial(),
            !special && whole is { HasSpecial: true },
            await Story(id, cancel),
            await db.FollowUps.AsNoTracking().Where(one => one.CaseId == id).OrderBy(one => one.DueOn).ThenBy(one => one.With).ToListAsync(cancel),
            await lost.Show(cancel),
            item?.Id,
            row.Needs is { } needs ? WrittenNeeds.Open(sealer, needs, id) : WrittenNeeds.None);
    }

    private async Task<IReadOnlyList<CaseStory>> Story(long id, CancellationToken cancel)
    {
        var entries = await db.CaseEntries.AsNoTracking().Where(one => one.CaseId == id).OrderByDescending(one => one.At).ThenByDescending(one => one.Id).ToListAsync(cancel);
        var users = entries.SelectMany(one => new[] { Actors.UserIn(one.Actor), one.CuratorId }).OfType<long>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => users.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        return entries.ConvertAll(one => new CaseStory(
            one.At,
            Actors.UserIn(one.Actor) is { } by ? names.GetValueOrDefault(by, "") : "",
            one,
            one.Text is { } text ? sealer.OpenNote(text, SealPurpose.CaseText, one.Id) : null,
            one.CuratorId is { } curator ? names.GetValueOrDefault(curator) : null));
    }
}
