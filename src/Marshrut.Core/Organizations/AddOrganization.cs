using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <param name="Code">Unique in the installation, at most 40 letters, digits, <c>-</c>, <c>_</c>, <c>.</c>; stands in addresses.</param>
/// <param name="RegionCode">Two digits; 00 is the demo region.</param>
public sealed record NewOrganization(OrganizationKind Kind, string Code, string Name, string RegionCode, string? CareerCentreName = null);

/// <param name="Created">False: the code was known, and the name was taken over (R28).</param>
public sealed record AddedOrganization(Organization Organization, bool Created);

/// <summary>Adds an organisation; a known code updates its name (R28).</summary>
public sealed class AddOrganization(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <exception cref="RuleViolation">
    /// <c>code-unusable</c>, <c>name-unusable</c>, <c>region-unknown</c>; <c>kind-fixed</c> or <c>region-fixed</c>: the code is another organisation's.
    /// </exception>
    public async Task<AddedOrganization> Add(NewOrganization input, CancellationToken cancel)
    {
        var code = OrganizationCode.Read(input.Code);
        var name = OrganizationName.Read(input.Name);
        var known = await db.Organizations.FirstOrDefaultAsync(row => row.Code == code, cancel);
        if (known is not null)
        {
            return await TakeOverName(known, input, name, cancel);
        }

        if (!await db.Regions.AnyAsync(row => row.Code == input.RegionCode, cancel))
        {
            throw new RuleViolation("region-unknown", $"Региона с кодом «{input.RegionCode}» нет. Нужны две цифры, например 77; учебный регион — 00.");
        }

        var organization = new Organization
        {
            Id = db.Ids.Take(),
            Code = code,
            Name = name,
            Kind = input.Kind,
            RegionCode = input.RegionCode,
            CareerCentreName = CareerCentreName.Read(input.CareerCentreName, input.Kind),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Organizations.Add(organization);
        db.Audit(new AuditDraft(null, AuditActions.OrganizationAdded, "organization", organization.Id, Details: new
        {
            organization.Code,
            organization.Name,
            kind = organization.Kind.ToString(),
            region = organization.RegionCode,
        }));
        await db.SaveChangesAsync(cancel);
        return new AddedOrganization(organization, true);
    }

    private async Task<AddedOrganization> TakeOverName(Organization known, NewOrganization input, string name, CancellationToken cancel)
    {
        if (known.Kind != input.Kind)
        {
            throw new RuleViolation("kind-fixed", $"Код «{known.Code}» уже занят организацией другого вида. Укажите прежний вид или выберите другой код.");
        }

        if (known.RegionCode != input.RegionCode)
        {
            throw new RuleViolation("region-fixed", $"Код «{known.Code}» уже занят организацией региона {known.RegionCode}. Регион не меняется; выберите другой код.");
        }

        if (known.Name != name)
        {
            db.Audit(new AuditDraft(null, AuditActions.OrganizationChanged, "organization", known.Id, Details: new
            {
                known.Code,
                changes = new[] { new AuditChange("name", known.Name, name) },
            }));
            known.Name = name;
            await db.SaveChangesAsync(cancel);
        }

        return new AddedOrganization(known, false);
    }
}
