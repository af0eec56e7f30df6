using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Drafts;

public sealed record TransferDraftLine(long Id, string CentreName, TransferKind Kind, DateTime CreatedAt, string CreatedBy, int People, int Chosen);

/// <summary>What the organisation in scope prepares to send, newest first.</summary>
public sealed class ListTransferDrafts(MarshrutDb db) : IUseCase
{
    public async Task<IReadOnlyList<TransferDraftLine>> List(CancellationToken cancel) => await (
        from draft in db.TransferDrafts.AsNoTracking()
        join centre in db.Organizations on draft.CentreId equals centre.Id
        orderby draft.CreatedAt descending, draft.Id descending
        select new TransferDraftLine(
            draft.Id,
            centre.Name,
            draft.Kind,
            draft.CreatedAt,
            draft.CreatedBy,
            db.TransferDraftPeople.Count(row => row.DraftId == draft.Id),
            db.TransferDraftPeople.Count(row => row.DraftId == draft.Id && row.IsChosen))).ToListAsync(cancel);
}
