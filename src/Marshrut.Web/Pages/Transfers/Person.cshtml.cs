using Marshrut.Core.Platform;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Transfers;

/// <summary>One person of a transfer for the sender: what was handed over, and the questions of the other side.</summary>
public sealed class PersonModel(Workplace workplace, Moments moments, ShowHandedPerson show, AnswerQuestion answer) : TransferPages(workplace)
{
    public HandedPerson Person { get; private set; } = null!;

    public Moments Moments => moments;

    public string Name => Person.Snapshot is { Person: var values } ? $"{values.LastName} {values.FirstName} {values.MiddleName}".Trim() : "Человек из передачи";

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAnswer(long id, long question, string? text, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        try
        {
            if (!await answer.Answer(question, text, cancel))
            {
                return NotFound();
            }

            this.TellDone("Ответ отправлен: центр занятости видит его.");
            return RedirectToPage();
        }
        catch (RuleViolation refusal)
        {
            ViewData["Typed"] = text;
            return this.NotTaken(refusal);
        }
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, special: false, cancel) is not { } person)
        {
            return false;
        }

        Person = person;
        return true;
    }
}
