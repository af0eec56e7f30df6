using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Queue;

/// <summary>Which of those who wait for the employment centre in scope.</summary>
/// <param name="From">Id of the sending organisation.</param>
/// <param name="District">As it was handed over.</param>
/// <param name="Late">Only those whose term has passed.</param>
/// <param name="Asked">Only those with a question that is not answered yet.</param>
/// <param name="Transfer">Only the people of one transfer.</param>
public sealed record QueueFilter(long? From = null, string? District = null, bool Late = false, bool Asked = false, long? Transfer = null)
{
    public bool IsNarrowed => this != new QueueFilter();

    internal IQueryable<TransferItem> Of(MarshrutDb db, DateOnly today)
    {
        var own = db.Scope.OrganizationId;
        var waiting = db.TransferItems.AsNoTracking().Where(row => row.ToOrganizationId == own && row.State == TransferItemState.Waiting);
        waiting = From is { } from ? waiting.Where(row => row.FromOrganizationId == from) : waiting;
        waiting = Transfer is { } transfer ? waiting.Where(row => row.TransferId == transfer) : waiting;
        waiting = District is { } district ? waiting.Where(row => row.District == district) : waiting;
        waiting = Late ? waiting.Where(row => row.AnswerBy < today) : waiting;
        return Asked ? waiting.Where(row => db.TransferQuestions.Any(question => question.ItemId == row.Id && question.AnsweredAt == null)) : waiting;
    }
}
