using Marshrut.Core.Platform;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Transfers;

/// <summary>A list before it is sent: who goes, who could, and what is missing for whom.</summary>
public sealed class DraftModel(Workplace workplace, ShowTransferDraft show, SaveTransferDraft save, DiscardDraft discard) : TransferPages(workplace)
{
    public CheckedDraft Draft { get; private set; } = null!;

    public string Here => DraftPath(Draft.Id);

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

    public Task<IActionResult> OnPostSave(long id, long[] chosen, [FromForm(Name = "needs")] Dictionary<long, string?> needs, CancellationToken cancel) =>
        Keep(new ChosenLines(id, chosen, needs), "Список сохранён.", DraftPath(id), cancel);

    /// <summary>Saves the ticks and leads to the question before what cannot be undone.</summary>
    public Task<IActionResult> OnPostReview(long id, long[] chosen, [FromForm(Name = "needs")] Dictionary<long, string?> needs, CancellationToken cancel) =>
        Keep(new ChosenLines(id, chosen, needs), null, DraftPath(id) + "/send", cancel);

    public async Task<IActionResult> OnPostDiscard(long id, CancellationToken cancel)
    {
        if (!await discard.Discard(id, cancel))
        {
            return NotFound();
        }

        this.TellDone("Список убран. Люди остались в реестре.");
        return Redirect(Path);
    }

    private async Task<IActionResult> Keep(ChosenLines lines, string? done, string next, CancellationToken cancel)
    {
        try
        {
            if (!await save.Save(lines, cancel))
            {
                return NotFound();
            }
        }
        catch (RuleViolation refusal)
        {
            // What was typed is shown again as it was typed, the over-long text too.
            await Load(lines.DraftId, cancel);
            Draft = Draft with { People = [.. Draft.People.Select(person => person with { IsChosen = lines.Chosen.Contains(person.RowId), Needs = lines.Needs.GetValueOrDefault(person.RowId, person.Needs) })] };
            return this.NotTaken(refusal);
        }

        if (done is not null)
        {
            this.TellDone(done);
        }

        return Redirect(next);
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
