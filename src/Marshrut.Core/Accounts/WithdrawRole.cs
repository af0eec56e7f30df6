using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>Takes one role from a user; the next request no longer has it.</summary>
public sealed class WithdrawRole(MarshrutDb db) : IUseCase
{
    /// <exception cref="RuleViolation"><c>role-unknown</c>, <c>last-administrator</c>.</exception>
    public async Task Withdraw(long userId, long membershipId, CancellationToken cancel)
    {
        var membership = await db.Memberships.FirstOrDefaultAsync(row => row.Id == membershipId && row.UserId == userId, cancel)
            ?? throw new RuleViolation("role-unknown", "Этой роли у пользователя уже нет. Обновите страницу.");
        if (membership.Role == Role.Administrator)
        {
            await LastAdministrator.Guard(db, userId, cancel);
        }

        var organization = await db.Organizations.Where(row => row.Id == membership.OrganizationId).Select(row => row.Code).FirstOrDefaultAsync(cancel);
        db.Memberships.Remove(membership);
        db.Audit(new AuditDraft(null, AuditActions.RoleWithdrawn, "user", userId, Details: new
        {
            role = membership.Role.ToString(),
            organization,
            region = membership.RegionCode,
        }));
        await db.SaveChangesAsync(cancel);
    }
}
