using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Agreements;

/// <param name="OtherId">The organisation on the other side.</param>
/// <param name="OtherReceives">It is the employment centre: people are handed over to it.</param>
public sealed record LiveAgreement(long Id, long OtherId, string OtherName, bool OtherReceives, int AcceptanceDays);

/// <summary>Agreements of the organisation in scope that are in force on a day, by the other side's name: what a transfer and a consent may rest on (R46).</summary>
public sealed class ListLiveAgreements(MarshrutDb db) : IUseCase
{
    public async Task<IReadOnlyList<LiveAgreement>> List(DateOnly day, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var rows = await (
            from agreement in db.Agreements.AsNoTracking()
            where agreement.ValidFrom <= day && (agreement.ValidTo == null || agreement.ValidTo >= day) && (agreement.EndedOn == null || agreement.EndedOn > day)
            join other in db.Organizations on agreement.FromOrganizationId == own ? agreement.ToOrganizationId : agreement.FromOrganizationId equals other.Id
            orderby other.Name, agreement.Id
            select new { agreement.Id, OtherId = other.Id, other.Name, OtherReceives = agreement.FromOrganizationId == own, agreement.AcceptanceDays }).ToListAsync(cancel);
        return rows.ConvertAll(row => new LiveAgreement(row.Id, row.OtherId, row.Name, row.OtherReceives, row.AcceptanceDays));
    }
}
