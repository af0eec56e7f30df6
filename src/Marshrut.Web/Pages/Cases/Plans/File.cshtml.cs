using Marshrut.Core.Cases.Plans;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cases.Plans;

/// <summary>The plan as a DOCX. Its name is nobody's.</summary>
public sealed class FileModel(Workplace workplace, PrintPlan print) : CasePages(workplace)
{
    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (await print.Print(id, "docx", cancel) is not { } paper)
        {
            return NotFound();
        }

        var file = new MemoryStream();
        PlanDocument.Write(paper, file);
        file.Position = 0;
        return File(file, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "plan.docx");
    }
}
