using Marshrut.Core.Platform;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Transfers;

/// <summary>The question before people are handed over.</summary>
public sealed class SendModel(Workplace workplace, ShowTransferDraft show, SendTransfer send) : TransferPages(workplace)
{
    public CheckedDraft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        try
        {
            return await Load(id, cancel) ? Page() : NotFound();
        }
        catch (RuleViolation refusal)
        {
            this.TellRefused(refusal.Message);
            return Redirect(Path);
        }
    }

    public async Task<IActionResult> OnPost(long id, CancellationToken cancel)
    {
        try
        {
            if (await send.Send(id, cancel) is not { } sent)
            {
                // A second press finds the draft gone: what it asked for is done.
                this.TellRefused("Этот список уже отправлен или убран.");
                return Redirect(Path);
            }

            var stayed = sent.Stayed == 0 ? "" : $" В списке подготовки {Russian.Plural(sent.Stayed, "остался", "остались", "осталось")} {Russian.Count(sent.Stayed, "человек", "человека", "человек")}.";
            this.TellDone($"Передача № {sent.Number} отправлена: {Russian.Count(sent.Sent, "человек", "человека", "человек")}.{stayed}");
            return Redirect(PathOf(sent.TransferId!.Value));
        }
        catch (RuleViolation refusal)
        {
            this.TellRefused(refusal.Message);
            return Redirect(refusal.Code == "no-agreement" ? Path : DraftPath(id));
        }
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } draft)
        {
            return false;
        }

        Draft = draft;
        return true;
    }
}
