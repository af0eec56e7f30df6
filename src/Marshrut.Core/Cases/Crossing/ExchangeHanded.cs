using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>
/// The named process that carries over what both sides of a hand-over owe each other (R41): contacts and status to the ЦЗН, facts of steps done to the ЦК, a
/// person who has moved on to the office that serves him now; whoever has no consent any more is stopped first. Ordered by whoever changes something, for one
/// organisation; every hour for all, because files change people too.
/// </summary>
public sealed class ExchangeHanded(MarshrutDb db, TellContacts tell, TakeContacts take, TakeReturnedFacts facts, PassOnPeople passOn, StopWithoutConsent stop) : IRecurringWork
{
    public const string Name = "exchange-handed";

    public string Kind => Name;

    public string Title => "Обмен о переданных людях";

    public string Cron => "0 5 * * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        db.Scope.ActAs(SystemActors.Exchange);
        var (contacts, returned, passed, stopped) = (0, 0, 0, 0);
        var senders = context.OrganizationId is { } one
            ? await Senders(one, cancel)
            : await db.Organizations.AsNoTracking().Where(row => row.Kind != OrganizationKind.EmploymentCentre).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        var regions = await db.Organizations.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.RegionCode, cancel);
        var centres = new HashSet<long>();
        for (var i = 0; i < senders.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            db.Scope.EnterOrganization(senders[i], regions[senders[i]]);
            stopped += await stop.Stop(cancel);
            centres.UnionWith(await tell.Tell(cancel));
            returned += await facts.Take(cancel);
            passed += await passOn.PassOn(cancel);
            context.Report(i + 1, senders.Count, "просмотр организаций");
        }

        foreach (var centre in centres.Order())
        {
            cancel.ThrowIfCancellationRequested();
            db.Scope.EnterOrganization(centre, regions[centre]);
            contacts += await take.Take(cancel);
        }

        context.Summary = contacts + returned + passed + stopped == 0 ? "Нового нет." : $"Новые контакты и статусы: {contacts}, сведения о сделанном: {returned}, переданы в другой центр: {passed}, остановлены без согласия: {stopped}.";
    }

    /// <summary>An employment centre orders it for those whose people it has done something about.</summary>
    private async Task<List<long>> Senders(long organization, CancellationToken cancel)
    {
        if (await db.Organizations.AnyAsync(row => row.Id == organization && row.Kind != OrganizationKind.EmploymentCentre, cancel))
        {
            return [organization];
        }

        return await db.ReturnedFacts.AsNoTracking().Where(row => row.ToOrganizationId == organization && row.TakenAt == null).Select(row => row.FromOrganizationId)
            .Union(db.TransferItems.AsNoTracking().Where(row => row.ToOrganizationId == organization && row.PassOnTo != null && row.PassedOnAs == null).Select(row => row.FromOrganizationId))
            .OrderBy(id => id).ToListAsync(cancel);
    }
}
