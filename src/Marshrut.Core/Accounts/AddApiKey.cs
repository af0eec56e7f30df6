using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <param name="Key">To be shown once: only its hash is kept.</param>
public sealed record AddedApiKey(long Id, string Name, string Key);

/// <summary>Gives an organisation a key for the API.</summary>
public sealed class AddApiKey(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <summary>Begins every key, so that one left in a file is recognised.</summary>
    public const string Prefix = "mk_";
    private const int NameLength = 100;

    /// <exception cref="RuleViolation"><c>organization-unknown</c>, <c>name-unusable</c>.</exception>
    public async Task<AddedApiKey> Add(string organizationCode, string name, CancellationToken cancel)
    {
        var organization = await db.Organizations.FirstOrDefaultAsync(row => row.Code == organizationCode, cancel)
            ?? throw new RuleViolation("organization-unknown", $"Организации с кодом «{organizationCode}» нет. Сначала добавьте её или проверьте код.");
        if (Spaces.Collapse(name) is not { Length: > 0 and <= NameLength } title)
        {
            throw new RuleViolation("name-unusable", $"Название ключа не подходит. Напишите, какая программа им пользуется, не длиннее {NameLength} знаков.");
        }

        db.Scope.EnterOrganization(organization.Id, organization.RegionCode);
        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var row = new ApiKey
        {
            Id = db.Ids.Take(),
            OrganizationId = organization.Id,
            Name = title,
            KeyHash = HashOf(key),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.ApiKeys.Add(row);
        db.Audit(new AuditDraft(null, AuditActions.ApiKeyAdded, "api-key", row.Id, Details: new { organization = organization.Code, row.Name }));
        await db.SaveChangesAsync(cancel);
        return new AddedApiKey(row.Id, row.Name, key);
    }

    /// <summary>What is kept of a key. Plain SHA-256 is enough: a key has 256 random bits.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
