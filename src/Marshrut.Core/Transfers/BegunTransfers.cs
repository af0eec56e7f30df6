using Marshrut.Core.Agreements;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers;

/// <summary>How a transfer begins, whoever sends it: its number, its day, the term of the agreement.</summary>
internal static class BegunTransfers
{
    /// <summary>Under the lock of the sender's register: its transfers are counted through. The caller adds and saves it.</summary>
    /// <param name="id">Taken before the transaction.</param>
    public static async Task<Transfer> Begin(
        this MarshrutDb db, long id, long senderId, long centreId, Agreement agreement, TransferKind kind, int people, TimeProvider clock, CancellationToken cancel)
    {
        var last = await db.Transfers.Where(row => row.FromOrganizationId == senderId).MaxAsync(row => (int?)row.Number, cancel) ?? 0;
        var today = clock.Today();
        var answerBy = agreement.AnswerBy(today);
        return new Transfer
        {
            Id = id,
            FromOrganizationId = senderId,
            ToOrganizationId = centreId,
            AgreementId = agreement.Id,
            Number = last + 1,
            Kind = kind,
            SentAt = clock.UtcNow(),
            SentOn = today,
            SentBy = db.Scope.Actor,
            AnswerBy = answerBy.Day,
            AnswerByIsPreliminary = answerBy.IsPreliminary,
            PeopleCount = people,
        };
    }
}
