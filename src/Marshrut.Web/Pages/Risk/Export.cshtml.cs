using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk.Export;
using Marshrut.Core.Risk.Results;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Pages.Profiling.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk;

/// <summary>The filtered list as a file, in its order; the journal knows of it before it leaves.</summary>
public sealed class ExportModel(AssessmentsForExport export, FilteredAssessments filtered, MarshrutDb db, Workplace workplace, FindCircle circles) : PageModel
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BindProperty(SupportsGet = true, Name = "")]
    public RiskQuery Query { get; set; } = new();

    [Requires(Permission.ExportPeople)]
    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        // As on the screen: asking for facts of health opens their sums, but names them to a person only in a list that stands on them. The look is written down.
        var special = Query.Special && Query.FiltersBySpecial && workplace.Can(Permission.SeeSpecial);
        Query = await Query.Within(circles, cancel);
        var chosen = (await filtered.Find(Query.Filter(), proposedOnly: false, special, cancel)).ToHashSet();
        if (special)
        {
            db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.SpecialRead, "risk-file", Details: new { people = chosen.Count }));
        }

        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "assessments", Details: new { format = "xlsx", rows = chosen.Count, tab = Query.Tab.ToString() }));
        await db.SaveChangesAsync(cancel);

        // On disk, not in memory: a university's list is tens of thousands of rows. Gone when the answer is sent.
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await AssessmentsTable.WriteXlsx(file, export.Read(cancel, chosen), special, cancel);
        file.Position = 0;
        return File(file, Xlsx, "Уровни риска.xlsx");
    }
}
