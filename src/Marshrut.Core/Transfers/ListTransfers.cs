using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers;

/// <param name="OtherName">The other side.</param>
/// <param name="Late">Of those waiting, how many past the term.</param>
/// <param name="Gone">Revoked, or the consent was withdrawn.</param>
public sealed record TransferLine(
    long Id, int Number, TransferKind Kind, string OtherName, DateOnly SentOn, DateOnly AnswerBy, int People, int Waiting, int Late, int Accepted, int Returned, int Gone);

/// <summary>Transfers of the organisation in scope, of either side, newest first.</summary>
public sealed class ListTransfers(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public const int PageSize = 50;

    /// <param name="before">Id of the last line of the page before; null: the first page.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>One line more than a page where there are more.</returns>
    public async Task<IReadOnlyList<TransferLine>> List(long? before, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var today = clock.Today();
        var from = before is null ? null : await db.Transfers.Where(row => row.Id == before).Select(row => new { row.SentAt, row.Id }).FirstOrDefaultAsync(cancel);
        var rows = db.Transfers.AsNoTracking();
        if (from is not null)
        {
            rows = rows.Where(row => row.SentAt < from.SentAt || (row.SentAt == from.SentAt && row.Id < from.Id));
        }

        return await (
            from transfer in rows
            join other in db.Organizations on transfer.FromOrganizationId == own ? transfer.ToOrganizationId : transfer.FromOrganizationId equals other.Id
            orderby transfer.SentAt descending, transfer.Id descending
            select new TransferLine(
                transfer.Id,
                transfer.Number,
                transfer.Kind,
                other.Name,
                transfer.SentOn,
                transfer.AnswerBy,
                transfer.PeopleCount,
                db.TransferItems.Count(item => item.TransferId == transfer.Id && item.State == TransferItemState.Waiting),
                db.TransferItems.Count(item => item.TransferId == transfer.Id && item.State == TransferItemState.Waiting && item.AnswerBy < today),
                db.TransferItems.Count(item => item.TransferId == transfer.Id && item.State == TransferItemState.Accepted),
                db.TransferItems.Count(item => item.TransferId == transfer.Id && item.State == TransferItemState.Returned),
                db.TransferItems.Count(item => item.TransferId == transfer.Id && item.State > TransferItemState.Returned))).Take(PageSize + 1).ToListAsync(cancel);
    }
}
