using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>What a centre has found out becomes a fact of its own register and goes on its way to the ЦК (З1.2, З1.5).</summary>
public sealed class TellFact(MarshrutDb db, Sealer sealer, OrderExchange exchange, AssessPerson assess, TimeProvider clock) : IUseCase
{
    /// <summary>Ids that one fact needs.</summary>
    internal const int IdsOfOne = 2;

    /// <summary>Inside the transaction of the caller, who saves, commits and calls <see cref="Settle"/>.</summary>
    /// <param name="opened">The case in which it was found out.</param>
    /// <param name="fact">«Неизвестно» takes back what was told before.</param>
    /// <param name="ids"><see cref="IdsOfOne"/> of them, taken before the transaction.</param>
    /// <param name="cancel">Leaves nothing.</param>
    /// <returns>The study whose facts may have changed; null: there is none in the centre's register.</returns>
    internal async Task<long?> Tell(OpenedCase opened, FactDone fact, IdRange ids, CancellationToken cancel)
    {
        var (row, now) = (opened.Case, clock.UtcNow());
        if (opened.Item is { } item)
        {
            var factId = ids.Take();
            db.ReturnedFacts.Add(new ReturnedFact
            {
                Id = factId,
                FromOrganizationId = item.FromOrganizationId,
                ToOrganizationId = item.ToOrganizationId,
                ItemId = item.Id,
                ToldAt = now,
                Sealed = fact.Seal(sealer, factId),
            });
        }

        if (row.EnrolmentId is not { } studyId || await db.Enrolments.FirstOrDefaultAsync(one => one.Id == studyId, cancel) is not { } study)
        {
            return null;
        }

        if (CentreFacts.Put(study, fact, sealer) is { } change)
        {
            db.Evidence.Add(CentreFacts.Row(study, fact, change, ids.Take(), now, db.Scope.Actor, sealer));
            var organization = await db.Organizations.SingleAsync(one => one.Id == row.OrganizationId, cancel);
            organization.RegisterVersion++;
        }

        return studyId;
    }

    /// <summary>After the commit: the ЦК is told by the exchange, and the levels at the centre are determined anew.</summary>
    /// <param name="studies">What <see cref="Tell"/> gave; empty: nothing is done.</param>
    /// <param name="cancel">The facts stay told; the levels follow with the next determination.</param>
    internal async Task Settle(IReadOnlyCollection<long> studies, CancellationToken cancel)
    {
        if (studies.Count > 0)
        {
            await exchange.Order(cancel);
        }

        foreach (var study in studies.Distinct())
        {
            db.ChangeTracker.Clear();
            await assess.AssessIfAny(study, cancel);
        }
    }
}
