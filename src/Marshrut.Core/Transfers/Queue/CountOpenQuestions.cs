using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Queue;

/// <param name="Oldest">Item of the person who was asked about first; null: nobody.</param>
public sealed record OpenQuestions(int Count, long? Oldest);

/// <summary>What centres have asked the ЦК in scope about people who still wait, and it has not answered.</summary>
public sealed class CountOpenQuestions(MarshrutDb db) : IUseCase
{
    public async Task<OpenQuestions> Count(CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var items = await (
            from question in db.TransferQuestions.AsNoTracking()
            join item in db.TransferItems.AsNoTracking() on question.ItemId equals item.Id
            where question.FromOrganizationId == own && question.AnsweredAt == null && item.State == TransferItemState.Waiting
            orderby question.AskedAt, question.Id
            select item.Id).ToListAsync(cancel);
        return new OpenQuestions(items.Count, items.Count == 0 ? null : items[0]);
    }
}
