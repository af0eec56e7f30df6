using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <param name="LegalName">Of the legal person, where it is not the name.</param>
/// <param name="Inn">ИНН, ten digits.</param>
public sealed record OrganizationChange(string Name, string? CareerCentreName, RiskBasis RiskBasis, string? LegalName = null, string? Inn = null, string? Address = null);

/// <summary>Changes what may change of an organisation. Code, kind and region stay (R41).</summary>
public sealed class ChangeOrganization(MarshrutDb db) : IUseCase
{
    /// <exception cref="RuleViolation"><c>organization-unknown</c>, <c>name-unusable</c>, <c>career-centre-misplaced</c>, <c>inn-unusable</c>, <c>legal-unusable</c>.</exception>
    public async Task Change(string code, OrganizationChange input, CancellationToken cancel)
    {
        var organization = await db.Organizations.FirstOrDefaultAsync(row => row.Code == code, cancel)
            ?? throw new RuleViolation("organization-unknown", $"Организации с кодом «{code}» нет. Обновите список.");
        var name = OrganizationName.Read(input.Name);
        var centre = CareerCentreName.Read(input.CareerCentreName, organization.Kind);
        var (legalName, inn, address) = (Line(input.LegalName), Inn.Read(input.Inn), Line(input.Address));
        AuditChange[] changes =
        [
            .. Difference("name", organization.Name, name),
            .. Difference("careerCentre", organization.CareerCentreName, centre),
            .. Difference("riskBasis", organization.RiskBasis.ToString(), input.RiskBasis.ToString()),
            .. Difference("legalName", organization.LegalName, legalName),
            .. Difference("inn", organization.Inn, inn),
            .. Difference("address", organization.Address, address),
        ];
        if (changes.Length == 0)
        {
            return;
        }

        organization.Name = name;
        organization.CareerCentreName = centre;
        organization.RiskBasis = input.RiskBasis;
        (organization.LegalName, organization.Inn, organization.Address) = (legalName, inn, address);
        db.Audit(new AuditDraft(null, AuditActions.OrganizationChanged, "organization", organization.Id, Details: new { organization.Code, changes }));
        await db.SaveChangesAsync(cancel);
    }

    private static string? Line(string? text) => Spaces.Collapse(text ?? "") switch
    {
        "" => null,
        { Length: > OrganizationName.MaxLength } => throw new RuleViolation("legal-unusable", $"Слишком длинно. Не больше {OrganizationName.MaxLength} знаков."),
        var line => line,
    };

    private static IEnumerable<AuditChange> Difference(string field, string? before, string? after) =>
        before == after ? [] : [new AuditChange(field, before, after)];
}
