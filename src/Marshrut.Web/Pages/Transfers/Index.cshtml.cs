using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Rules.Calendar;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Transfers;

/// <summary>«Передачи»: what is being prepared and what was sent.</summary>
public sealed class IndexModel(Workplace workplace, Moments moments, ListTransferDrafts drafts, ListTransfers transfers) : TransferPages(workplace)
{
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<TransferDraftLine> Drafts { get; private set; } = [];

    public IReadOnlyList<TransferLine> Sent { get; private set; } = [];

    /// <summary>Id of the last line, where there are more.</summary>
    public long? Next { get; private set; }

    public Moments Moments => moments;

    public async Task OnGet(CancellationToken cancel)
    {
        Drafts = Before is null ? await drafts.List(cancel) : [];
        var found = await transfers.List(Before, cancel);
        Sent = [.. found.Take(ListTransfers.PageSize)];
        Next = found.Count > ListTransfers.PageSize ? Sent[^1].Id : null;
    }

    public int DaysLeft(TransferLine row) => WorkingDays.Russia.WorkingDaysBetween(moments.Today, row.AnswerBy);
}
