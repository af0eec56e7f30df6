using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Register.Editing;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Consents;

/// <summary>A consent whose term has run out ends as one that was withdrawn: without it there is no ground to go on (DOMAIN §13).</summary>
public sealed class EndExpiredConsents(MarshrutDb db, Sealer sealer, WithdrawConsent withdraw, TimeProvider clock) : IRecurringWork
{
    public string Kind => "end-expired-consents";

    public string Title => "Окончание срока согласий";

    public string Cron => "0 10 1 * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var today = clock.Today();
        var ended = await EachOrganization.Visit(db, context, () => End(today, cancel), cancel);
        context.Summary = ended == 0 ? "Согласий с истёкшим сроком нет." : $"Закончился срок согласий: {ended}.";
    }

    private async Task<int> End(DateOnly today, CancellationToken cancel)
    {
        var expired = await db.Consents.AsNoTracking().Where(row => row.EndsOn < today).OrderBy(row => row.Id).ToListAsync(cancel);
        var ended = 0;
        foreach (var record in expired)
        {
            var consent = Consent.Open(sealer, record);
            var latest = (await ConsentTrail.Read(db, sealer, [record.PersonId], cancel))[record.PersonId].Latest(consent.Purpose);
            var enrolmentId = await db.Enrolments.Where(row => row.PersonId == record.PersonId).OrderBy(row => row.Id).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancel);
            if (latest == consent && enrolmentId is { } study
                && await withdraw.Withdraw(new ConsentWithdrawal(study, consent.Purpose, consent.EndsOn!.Value.AddDays(1), "истёк срок, указанный в согласии"), cancel) is { IsWritten: true })
            {
                ended++;
            }

            db.ChangeTracker.Clear();

            // Nothing more to end in this row: a newer document took its place, or it has just ended.
            await db.Consents.Where(row => row.Id == record.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndsOn, (DateOnly?)null), cancel);
        }

        return ended;
    }
}
