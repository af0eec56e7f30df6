using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

public sealed record OrganizationChange(string Name, string? CareerCentreName, RiskBasis RiskBasis);

/// <summary>Changes what may change of an organisation. Code, kind and region stay (R41).</summary>
public sealed class ChangeOrganization(MarshrutDb db) : IUseCase
{
    /// <exception cref="RuleViolation"><c>organization-unknown</c>, <c>name-unusable</c>, <c>career-centre-misplaced</c>.</exception>
    public async Task Change(string code, OrganizationChange input, CancellationToken cancel)
    {
        var organization = await db.Organizations.FirstOrDefaultAsync(row => row.Code == code, cancel)
            ?? throw new RuleViolation("organization-unknown", $"Организации с кодом «{code}» нет. Обновите список.");
        var name = OrganizationName.Read(input.Name);
        var centre = CareerCentreName.Read(input.CareerCentreName, organization.Kind);
        AuditChange[] changes =
        [
            .. Difference("name", organization.Name, name),
            .. Difference("careerCentre", organization.CareerCentreName, centre),
            .. Difference("riskBasis", organization.RiskBasis.ToString(), input.RiskBasis.ToString()),
        ];
        if (changes.Length == 0)
        {
            return;
        }

        organization.Name = name;
        organization.CareerCentreName = centre;
        organization.RiskBasis = input.RiskBasis;
        db.Audit(new AuditDraft(null, AuditActions.OrganizationChanged, "organization", organization.Id, Details: new { organization.Code, changes }));
        await db.SaveChangesAsync(cancel);
    }

    private static IEnumerable<AuditChange> Difference(string field, string? before, string? after) =>
        before == after ? [] : [new AuditChange(field, before, after)];
}
