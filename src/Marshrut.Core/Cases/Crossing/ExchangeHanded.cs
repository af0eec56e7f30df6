using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>
/// The named process that carries over what both sides of a hand-over owe each other (R41): contacts and status to the ЦЗН, facts of steps done to the ЦК.
/// Ordered by whoever changes something, for one organisation; every hour for all, because files change people too.
/// </summary>
public sealed class ExchangeHanded(MarshrutDb db, TellContacts tell, TakeContacts take, TakeReturnedFacts facts) : IRecurringWork
{
    public const string Name = "exchange-handed";

    public string Kind => Name;

    public string Title => "Обмен о переданных людях";

    public string Cron => "0 5 * * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        db.Scope.ActAs(SystemActors.Exchange);
        var (contacts, returned) = (0, 0);
        var senders = context.OrganizationId is { } one
            ? await Senders(one, cancel)
            : await db.Organizations.AsNoTracking().Where(row => row.Kind != OrganizationKind.EmploymentCentre).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        var regions = await db.Organizations.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.RegionCode, cancel);
        var centres = new HashSet<long>();
        for (var i = 0; i < senders.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            db.Scope.EnterOrganization(senders[i], regions[senders[i]]);
            centres.UnionWith(await tell.Tell(cancel));
            returned += await facts.Take(cancel);
            context.Report(i + 1, senders.Count, "просмотр организаций");
        }

        foreach (var centre in centres.Order())
        {
            cancel.ThrowIfCancellationRequested();
            db.Scope.EnterOrganization(centre, regions[centre]);
            contacts += await take.Take(cancel);
        }

        context.Summary = contacts + returned == 0 ? "Нового нет." : $"Новые контакты и статусы: {contacts}, сведения о сделанном: {returned}.";
    }

    /// <summary>An employment centre orders it for those whose people it holds.</summary>
    private async Task<List<long>> Senders(long organization, CancellationToken cancel)
    {
        if (await db.Organizations.AnyAsync(row => row.Id == organization && row.Kind != OrganizationKind.EmploymentCentre, cancel))
        {
            return [organization];
        }

        return await db.ReturnedFacts.AsNoTracking().Where(row => row.ToOrganizationId == organization && row.TakenAt == null)
            .Select(row => row.FromOrganizationId).Distinct().OrderBy(id => id).ToListAsync(cancel);
    }
}
