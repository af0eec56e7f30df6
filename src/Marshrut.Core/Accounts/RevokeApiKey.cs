using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>A program of an organisation loses its key at once.</summary>
public sealed class RevokeApiKey(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <exception cref="RuleViolation"><c>organization-unknown</c>, <c>api-key-unknown</c>.</exception>
    public async Task Revoke(string organizationCode, long keyId, CancellationToken cancel)
    {
        var organization = await db.Organizations.FirstOrDefaultAsync(row => row.Code == organizationCode, cancel)
            ?? throw new RuleViolation("organization-unknown", $"Организации с кодом «{organizationCode}» нет.");
        db.Scope.EnterOrganization(organization.Id, organization.RegionCode);
        var key = await db.ApiKeys.FirstOrDefaultAsync(row => row.Id == keyId && row.RevokedAt == null, cancel)
            ?? throw new RuleViolation("api-key-unknown", "Этот ключ уже отозван. Обновите страницу.");
        key.RevokedAt = clock.GetUtcNow().UtcDateTime;
        db.Audit(new AuditDraft(null, AuditActions.ApiKeyRevoked, "api-key", key.Id, Details: new { organization = organization.Code, key.Name }));
        await db.SaveChangesAsync(cancel);
    }
}
