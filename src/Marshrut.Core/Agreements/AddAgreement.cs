using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Agreements;

/// <param name="OtherCode">Code of the organisation on the other side.</param>
public sealed record NewAgreement(string OtherCode, AgreementTerms Terms);

/// <summary>Enters a signed agreement of the organisation in scope with another. Either side may; both see it at once.</summary>
public sealed class AddAgreement(MarshrutDb db, AgreementJournal journal, TimeProvider clock) : IUseCase
{
    /// <returns>Id of the agreement.</returns>
    /// <exception cref="RuleViolation"><c>party-unknown</c>, and those of <see cref="AgreementRules"/>.</exception>
    public async Task<long> Add(NewAgreement input, CancellationToken cancel)
    {
        var id = db.Ids.Take();
        var own = await PartyWhere(row => row.Id == db.Scope.OrganizationId, cancel);
        var other = await PartyWhere(row => row.Code == input.OtherCode, cancel)
            ?? throw new RuleViolation("party-unknown", "Такой организации нет. Выберите другую сторону из списка.");
        var terms = input.Terms.Tidy();
        AgreementRules.DatesAreLikely(terms, clock.Today());
        var (from, to) = own!.Kind == OrganizationKind.EmploymentCentre ? (other, own) : (own, other);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OrganizationLock.Take(db, from.Id, cancel);
        var others = await db.Agreements.AsNoTracking().Where(row => row.FromOrganizationId == from.Id && row.ToOrganizationId == to.Id).ToListAsync(cancel);
        var agreement = Agreement.Conclude(id, from, to, terms, others);
        db.Agreements.Add(agreement);
        journal.Write(agreement, AuditActions.AgreementAdded);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return id;
    }

    private Task<Party?> PartyWhere(System.Linq.Expressions.Expression<Func<Organization, bool>> condition, CancellationToken cancel) =>
        db.Organizations.AsNoTracking().Where(condition).Select(row => new Party(row.Id, row.Kind, row.RegionCode)).FirstOrDefaultAsync(cancel);
}
