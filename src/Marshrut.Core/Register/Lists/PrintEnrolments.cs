using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Register.Lists;

/// <summary>The filtered list for paper, in its order, from the beginning. It leaves the screen as a file does, so the journal is told first.</summary>
public sealed class PrintEnrolments(MarshrutDb db, ListEnrolments list) : IUseCase
{
    /// <summary>Some fifteen sheets; a longer list is a file.</summary>
    public const int Most = 500;

    public async Task<EnrolmentPage> Print(EnrolmentFilter filter, EnrolmentOrder order, CancellationToken cancel)
    {
        var found = await list.List(filter, new EnrolmentPlace(order, Size: Most), cancel);
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "enrolments", Details: new { what = "people-print", rows = found.Rows.Count }));
        await db.SaveChangesAsync(cancel);
        return found;
    }
}
