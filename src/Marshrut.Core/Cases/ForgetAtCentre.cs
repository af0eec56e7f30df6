using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <summary>
/// Stops an employment centre's work with a person whose consent was withdrawn, in the transaction of the withdrawal: the case becomes a stub without a
/// name, and the person's row goes from the centre's register, unless the centre had known the person before (R36). On the bypass list: the ЦК acts, the
/// rows are the centre's, and they are found by the item of a transfer that both share.
/// </summary>
internal static class ForgetAtCentre
{
    /// <param name="item">Accepted, of the organisation in scope as the sender.</param>
    public static async Task Forget(this MarshrutDb db, TransferItem item, DateOnly today, CancellationToken cancel)
    {
        var centre = item.ToOrganizationId;
        var found = await db.Cases.IgnoreQueryFilters([MarshrutDb.OwnFilter]).AsNoTracking()
            .Where(row => row.TransferItemId == item.Id && row.OrganizationId == centre)
            .Select(row => new { row.Id, row.PersonId, row.MadePerson })
            .SingleAsync(cancel);
        await db.Cases.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.Id == found.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, CaseState.Closed)
                .SetProperty(row => row.Outcome, CaseOutcome.ConsentWithdrawn)
                .SetProperty(row => row.ClosedOn, today)
                .SetProperty(row => row.PersonId, (long?)null)
                .SetProperty(row => row.EnrolmentId, (long?)null)
                .SetProperty(row => row.SortName, "")
                .SetProperty(row => row.NextContactOn, (DateOnly?)null)
                .SetProperty(row => row.SleepsUntil, (DateOnly?)null)
                .SetProperty(row => row.Version, row => row.Version + 1),
            cancel);
        await db.CaseEntries.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.CaseId == found.Id && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        await db.FollowUps.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.CaseId == found.Id && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        if (found.PersonId is { } personId)
        {
            await Leave(db, centre, personId, found.MadePerson, cancel);
        }

        await db.Organizations.Where(row => row.Id == centre).ExecuteUpdateAsync(set => set.SetProperty(row => row.RegisterVersion, row => row.RegisterVersion + 1), cancel);
        db.Audit(new AuditDraft(centre, AuditActions.PersonForgotten, "case", found.Id, Details: new { item = item.Id }));
    }

    /// <summary>
    /// Removes the person's row that a transfer made, unless the centre has another ground for it: the person came by himself too, or another hand-over goes on.
    /// The last hand-over that ends takes the row with it.
    /// </summary>
    private static async Task Leave(MarshrutDb db, long centre, long personId, bool madePerson, CancellationToken cancel)
    {
        if (!madePerson)
        {
            return;
        }

        var others = await db.Cases.IgnoreQueryFilters([MarshrutDb.OwnFilter]).AsNoTracking()
            .Where(row => row.PersonId == personId && row.OrganizationId == centre)
            .OrderBy(row => row.Id).Select(row => new { row.Id, row.TransferItemId }).ToListAsync(cancel);
        if (others.Count == 0)
        {
            await Remove(db, centre, personId, cancel);
        }
        else if (others.TrueForAll(row => row.TransferItemId is not null))
        {
            var heir = others[0].Id;
            await db.Cases.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.Id == heir).ExecuteUpdateAsync(set => set.SetProperty(row => row.MadePerson, true), cancel);
        }
    }

    /// <summary>The row, all that hangs on it, and the key of its journal lines: the chain still verifies, nobody reads the values any more (R33).</summary>
    private static async Task Remove(MarshrutDb db, long centre, long personId, CancellationToken cancel)
    {
        await db.Assessments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.PersonId == personId && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        await db.Evidence.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.PersonId == personId && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        await db.Consents.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.PersonId == personId && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        await db.DuplicateCandidates.IgnoreQueryFilters([MarshrutDb.OwnFilter])
            .Where(row => (row.FirstPersonId == personId || row.SecondPersonId == personId) && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        await db.Enrolments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.PersonId == personId && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        await db.People.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.Id == personId && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        await db.PersonKeys.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.PersonId == personId && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
    }
}
