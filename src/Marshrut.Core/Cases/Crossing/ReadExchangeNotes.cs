using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Crossing;

/// <param name="By">Full name of who wrote it.</param>
/// <param name="ByCentre">Of the employment centre; otherwise of the ЦК.</param>
public sealed record ExchangedNote(DateTime At, string By, bool ByCentre, string Text);

/// <summary>What both sides have written to each other about one person, the newest first.</summary>
public sealed class ReadExchangeNotes(MarshrutDb db, Sealer sealer) : IUseCase
{
    public async Task<IReadOnlyList<ExchangedNote>> Read(long itemId, CancellationToken cancel)
    {
        var rows = await db.ExchangeNotes.AsNoTracking().Where(row => row.ItemId == itemId).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).ToListAsync(cancel);
        var users = rows.Select(row => Actors.UserIn(row.Actor)).OfType<long>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => users.Contains(user.Id)).ToDictionaryAsync(user => Actors.Of(user.Id), user => user.FullName, cancel);
        return rows.ConvertAll(row => new ExchangedNote(row.At, names.GetValueOrDefault(row.Actor, ""), row.ByCentre, sealer.OpenNote(row.Text, SealPurpose.ExchangeNote, row.Id)));
    }
}
