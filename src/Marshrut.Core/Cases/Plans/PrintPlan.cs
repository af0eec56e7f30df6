using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <summary>What stands on the paper besides the plan: whose it is and whom to call.</summary>
/// <param name="CentreName">Full name of the centre.</param>
public sealed record PlanPaper(CasePlan Content, string CentreName, string? CentreAddress);

/// <summary>Opens a plan for paper or for a file. Level and characteristics do not stand on it: it is the person's. The journal is told.</summary>
public sealed class PrintPlan(MarshrutDb db, ShowPlan show) : IUseCase
{
    /// <param name="format">«print» or «docx».</param>
    /// <returns>Null: there is no such plan in the centre in scope.</returns>
    public async Task<PlanPaper?> Print(long caseId, string format, CancellationToken cancel)
    {
        if (await show.Show(caseId, cancel) is not { Plan: not null } content)
        {
            return null;
        }

        var own = db.Scope.OrganizationId;
        var centre = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == own, cancel);
        var personId = await db.Cases.AsNoTracking().Where(row => row.Id == caseId).Select(row => row.PersonId).SingleAsync(cancel);
        db.Audit(new AuditDraft(own, AuditActions.Exported, "plan", content.Plan.Id, personId, new { what = "plan", format }));
        await db.SaveChangesAsync(cancel);
        return new PlanPaper(content, centre.Name, centre.Address);
    }
}
