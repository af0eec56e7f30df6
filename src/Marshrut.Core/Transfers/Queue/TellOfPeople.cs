using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform.Ids;

namespace Marshrut.Core.Transfers.Queue;

/// <summary>Tells the other side of transfers what this one did with people of them.</summary>
internal static class TellOfPeople
{
    /// <summary>One notice for each transfer, so many at most that one of another kind fits beside them. The caller saves.</summary>
    /// <param name="own">The organisation that acts; the other of each item is told.</param>
    public static async Task TellOtherSide(this TellStaff staff, NoticeKind kind, IEnumerable<TransferItem> items, long own, IdRange ids, CancellationToken cancel)
    {
        foreach (var transfer in items.GroupBy(item => item.TransferId).Take(TellStaff.MostDrafts - 1))
        {
            var item = transfer.First();
            var (other, may) = item.FromOrganizationId == own ? (item.ToOrganizationId, Permission.AnswerTransfers) : (item.FromOrganizationId, Permission.SendTransfers);
            await staff.Tell(new NoticeDraft(kind, other, may, transfer.Key, transfer.Count(), own), ids, cancel);
        }
    }
}
