using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <summary>
/// Stops an employment centre's work with a person whose consent was withdrawn, in the transaction of the withdrawal: the case becomes a stub without a
/// name, and the person's row goes from the centre's register, unless the centre had known the person before (R36). On the bypass list: the ЦК acts, the
/// rows are the centre's, and they are found by the item of a transfer that both share.
/// </summary>
internal static class ForgetAtCentre
{
    private const int AtOnce = 1_000;

    /// <param name="item">Accepted; of the organisation in scope as the sender, or as the centre that takes its acceptance back.</param>
    /// <param name="sealer">Opens and seals the facts that stay.</param>
    /// <param name="today">The day of it.</param>
    /// <param name="action">What the centre's journal is told: one of <see cref="AuditActions"/>.</param>
    /// <param name="cancel">Stops before the commit of the caller.</param>
    /// <returns>The curator who worked with the person; null: nobody was named.</returns>
    public static async Task<long?> Forget(this MarshrutDb db, TransferItem item, Sealer sealer, DateOnly today, string action, CancellationToken cancel)
    {
        var centre = item.ToOrganizationId;
        var found = await db.Cases.IgnoreQueryFilters([MarshrutDb.OwnFilter]).AsNoTracking()
            .Where(row => row.TransferItemId == item.Id && row.OrganizationId == centre)
            .Select(row => new { row.Id, row.PersonId, row.EnrolmentId, row.MadePerson, row.CuratorId })
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
                .SetProperty(row => row.Needs, (byte[]?)null)
                .SetProperty(row => row.Version, row => row.Version + 1),
            cancel);
        await db.CaseEntries.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.CaseId == found.Id && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        await db.FollowUps.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.CaseId == found.Id && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        await db.Visits.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.CaseId == found.Id && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);

        // What was applied for stays with its days, for the law lets the centre keep it; the number would lead to the person.
        await db.ServiceApplications.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.CaseId == found.Id && row.OrganizationId == centre)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Number, (byte[]?)null), cancel);
        await db.PersonFiles.IgnoreQueryFilters([MarshrutDb.OwnFilter])
            .Where(row => row.Place == PersonFilePlace.Case && row.AttachedTo == found.Id && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        await db.ExchangeNotes.Where(row => row.ItemId == item.Id).ExecuteDeleteAsync(cancel);

        // Steps and versions go with their plan.
        await db.Plans.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.CaseId == found.Id && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        if (found.PersonId is { } personId)
        {
            await Leave(db, sealer, centre, personId, found.EnrolmentId, found.MadePerson, cancel);
        }

        await db.Organizations.Where(row => row.Id == centre).ExecuteUpdateAsync(set => set.SetProperty(row => row.RegisterVersion, row => row.RegisterVersion + 1), cancel);
        db.Audit(new AuditDraft(centre, action, "case", found.Id, Details: new { item = item.Id }));
        return found.CuratorId;
    }

    /// <summary>
    /// Removes the person's row that a transfer made, unless the centre has another ground for it: another hand-over goes on, and the last that ends takes the
    /// row with it; or the person came by himself too, and then what was handed over goes and the row stays.
    /// </summary>
    private static async Task Leave(MarshrutDb db, Sealer sealer, long centre, long personId, long? enrolmentId, bool madePerson, CancellationToken cancel)
    {
        var others = await db.Cases.IgnoreQueryFilters([MarshrutDb.OwnFilter]).AsNoTracking()
            .Where(row => row.PersonId == personId && row.OrganizationId == centre)
            .OrderBy(row => row.Id).Select(row => new { row.Id, row.TransferItemId, row.EnrolmentId }).ToListAsync(cancel);
        if (madePerson && others.Count == 0)
        {
            await db.RemoveAtCentre(centre, [personId], cancel);
        }
        else if (others.Exists(row => row.TransferItemId is not null))
        {
            // Another consent stands behind what was handed over.
            var heir = others.First(row => row.TransferItemId is not null).Id;
            await db.Cases.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.Id == heir && madePerson).ExecuteUpdateAsync(set => set.SetProperty(row => row.MadePerson, true), cancel);
        }
        else
        {
            await TakeAwayHanded(db, sealer, centre, personId, cancel);
            if (enrolmentId is { } study && !others.Exists(row => row.EnrolmentId == study) && await MadeByTransfer(db, sealer, centre, study, cancel))
            {
                await db.Enrolments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.Id == study && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
            }

            await db.Evidence.IgnoreQueryFilters([MarshrutDb.OwnFilter])
                .Where(row => row.PersonId == personId && row.OrganizationId == centre && (row.Source == EvidenceSource.Transfer || row.Source == EvidenceSource.Plan)).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>Facts that were handed over, and the levels that rest on them, go; what the centre's own staff stated stands: it is put together anew from the ledger.</summary>
    private static async Task TakeAwayHanded(MarshrutDb db, Sealer sealer, long centre, long personId, CancellationToken cancel)
    {
        await db.Assessments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.PersonId == personId && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        var ledger = await db.Evidence.IgnoreQueryFilters([MarshrutDb.OwnFilter]).AsNoTracking()
            .Where(row => row.PersonId == personId && row.OrganizationId == centre).OrderBy(row => row.RecordedAt).ThenBy(row => row.Id).ToListAsync(cancel);
        var own = ledger.Where(row => row.Source is not (EvidenceSource.Transfer or EvidenceSource.Plan)).Select(row => (Row: row, Told: EvidencePayload.Open(sealer, row).After)).ToList();
        if (own.Count == ledger.Count)
        {
            // Nothing was handed over into this register.
            return;
        }

        var facts = default(PersonFacts);
        foreach (var (row, told) in own)
        {
            foreach (var (key, text) in told)
            {
                Restate(ref facts, key, text, row.Id);
            }
        }

        var block = sealer.Seal(facts, personId);
        await db.People.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.Id == personId && row.OrganizationId == centre)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Facts, block).SetProperty(row => row.Version, row => row.Version + 1), cancel);
        foreach (var study in await db.Enrolments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).AsNoTracking()
            .Where(row => row.PersonId == personId && row.OrganizationId == centre).Select(row => row.Id).ToListAsync(cancel))
        {
            var ofStudy = default(EnrolmentFacts);
            foreach (var (key, text) in own.Where(one => one.Row.EnrolmentId == study).SelectMany(one => one.Told))
            {
                if (CodeOf(key) is { IsOfPerson: false } code && FactText.Parse(text) is var entry)
                {
                    SetOrClear(ref ofStudy, code, entry);
                }
            }

            var sealedFacts = sealer.Seal(ofStudy, study);
            await db.Enrolments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.Id == study && row.OrganizationId == centre)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Facts, sealedFacts).SetProperty(row => row.Version, row => row.Version + 1), cancel);
        }
    }

    private static void Restate(ref PersonFacts facts, string key, string? text, long evidenceId)
    {
        if (key == "consentHealth")
        {
            facts.HealthConsentOn = new CompactDate(FactText.Day(text));
        }
        else if (key == "workLimits")
        {
            facts.WorkLimitsEvidenceId = text is null ? 0 : evidenceId;
        }
        else if (CodeOf(key) is { IsOfPerson: true } code)
        {
            var entry = FactText.Parse(text);
            if (entry.IsEmpty)
            {
                facts.Clear(code, FactRank.Stated);
            }
            else
            {
                facts.Set(code, entry);
            }
        }
    }

    private static void SetOrClear(ref EnrolmentFacts facts, FactCode code, FactEntry entry)
    {
        if (entry.IsEmpty)
        {
            facts.Clear(code, FactRank.Stated);
        }
        else
        {
            facts.Set(code, entry);
        }
    }

    private static FactCode? CodeOf(string key) => Characteristics.Find(key) is { Number: > 1 and <= (int)FactCode.PriorOffence } found ? (FactCode)found.Number : null;

    private static async Task<bool> MadeByTransfer(MarshrutDb db, Sealer sealer, long centre, long study, CancellationToken cancel) =>
        await db.Evidence.IgnoreQueryFilters([MarshrutDb.OwnFilter]).AsNoTracking()
            .Where(row => row.EnrolmentId == study && row.OrganizationId == centre).OrderBy(row => row.RecordedAt).ThenBy(row => row.Id).FirstOrDefaultAsync(cancel)
            is { Source: EvidenceSource.Transfer } first && EvidencePayload.Open(sealer, first).Before is null;

    /// <summary>
    /// The rows of people, all that hangs on them, and the keys of their journal lines: the chain still verifies, nobody reads the values any more (R33).
    /// Many at once: not every table is indexed by person.
    /// </summary>
    public static async Task RemoveAtCentre(this MarshrutDb db, long centre, IReadOnlyCollection<long> people, CancellationToken cancel)
    {
        foreach (var some in people.Order().Chunk(AtOnce))
        {
            await db.Assessments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => some.Contains(row.PersonId) && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
            await db.Evidence.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => some.Contains(row.PersonId) && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
            await db.Consents.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => some.Contains(row.PersonId) && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
            await db.DuplicateCandidates.IgnoreQueryFilters([MarshrutDb.OwnFilter])
                .Where(row => (some.Contains(row.FirstPersonId) || some.Contains(row.SecondPersonId)) && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
            await db.Enrolments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => some.Contains(row.PersonId) && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
            await db.People.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => some.Contains(row.Id) && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
            await db.PersonKeys.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => some.Contains(row.PersonId) && row.OrganizationId == centre).ExecuteDeleteAsync(cancel);
        }
    }
}
