using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Steps;

/// <summary>After how many attempts in a row without an answer the centre in scope may call a contact lost (DOMAIN §9).</summary>
public sealed class SetLostAfter(MarshrutDb db) : IUseCase
{
    public const int Fewest = 2;
    public const int Most = 10;

    /// <exception cref="RuleViolation"><c>attempts-unusable</c>.</exception>
    public async Task Set(int? attempts, CancellationToken cancel)
    {
        if (attempts is not { } count || count < Fewest || count > Most)
        {
            throw new RuleViolation("attempts-unusable", $"Напишите число попыток: от {Fewest} до {Most}.");
        }

        var organization = await db.Organizations.SingleAsync(row => row.Id == db.Scope.OrganizationId, cancel);
        var before = organization.LostAfter ?? ContactResults.LostAfter;
        if (before == count)
        {
            return;
        }

        organization.LostAfter = count;
        db.Audit(new AuditDraft(organization.Id, AuditActions.LostAfterSet, "organization", organization.Id, Details: new { before, after = count }));
        await db.SaveChangesAsync(cancel);
    }
}
