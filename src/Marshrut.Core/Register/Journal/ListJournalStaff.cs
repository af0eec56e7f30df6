using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Journal;

public sealed record JournalColleague(long UserId, string FullName);

/// <summary>Whom the journal of the organisation in scope can be narrowed to: those who work in it now, by name.</summary>
public sealed class ListJournalStaff(MarshrutDb db) : IUseCase
{
    public async Task<IReadOnlyList<JournalColleague>> List(CancellationToken cancel)
    {
        var staff = await db.Users.AsNoTracking()
            .Where(user => db.Memberships.Any(row => row.UserId == user.Id && row.OrganizationId == db.Scope.OrganizationId))
            .Select(user => new JournalColleague(user.Id, user.FullName))
            .ToListAsync(cancel);
        return [.. staff.OrderBy(one => one.FullName, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("ru-RU"), ignoreCase: true))];
    }
}
