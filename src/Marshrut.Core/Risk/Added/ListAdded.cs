using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Added;

/// <param name="Number">Of the version; 0: there is none yet.</param>
/// <param name="By">Who adopted the latest version.</param>
public sealed record AddedList(int Number, IReadOnlyList<AddedCharacteristic> Added, DateOnly? Since, string? By, string? Reason);

/// <summary>The added characteristics of the organisation in scope, those no longer counted too.</summary>
public sealed class ListAdded(MarshrutDb db) : IUseCase
{
    public async Task<AddedList> List(CancellationToken cancel)
    {
        var latest = await db.SupplementVersions.AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        if (latest is null)
        {
            return new AddedList(0, [], null, null, null);
        }

        var user = Actors.UserIn(latest.Actor);
        var by = await db.Users.Where(row => row.Id == user).Select(row => row.FullName).FirstOrDefaultAsync(cancel);
        return new AddedList(latest.Number, Supplement.FromJson(latest.Content).Added, latest.EffectiveFrom, by, latest.Reason);
    }
}
