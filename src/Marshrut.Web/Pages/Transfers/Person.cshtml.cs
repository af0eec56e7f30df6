using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Platform;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Transfers;

/// <summary>One person of a transfer for the sender: what was handed over, and the questions of the other side.</summary>
public sealed class PersonModel(Workplace workplace, Moments moments, ShowHandedPerson show, AnswerQuestion answer, ReadExchangeNotes notes, WriteExchangeNote tell) : TransferPages(workplace)
{
    public HandedPerson Person { get; private set; } = null!;

    /// <summary>What both sides wrote to each other, the newest first.</summary>
    public IReadOnlyList<ExchangedNote> Notes { get; private set; } = [];

    public Moments Moments => moments;

    public string Name => Person.Snapshot is { Person: var values } ? $"{values.LastName} {values.FirstName} {values.MiddleName}".Trim() : "Человек из передачи";

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAnswer(long id, long question, string? text, CancellationToken cancel)
    {
        ViewData["Typed"] = text;
        return Act(id, () => answer.Answer(question, text, cancel), "Ответ отправлен: центр занятости видит его.", cancel);
    }

    public Task<IActionResult> OnPostTell(long id, string? said, CancellationToken cancel)
    {
        ViewData["Said"] = said;
        return Act(id, () => tell.Write(id, said, cancel), "Сообщение отправлено: центр занятости видит его.", cancel);
    }

    private async Task<IActionResult> Act(long id, Func<Task<bool>> act, string done, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        try
        {
            if (!await act())
            {
                return NotFound();
            }

            this.TellDone(done);
            return RedirectToPage();
        }
        catch (RuleViolation refusal)
        {
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
        Notes = await notes.Read(id, cancel);
        return true;
    }
}
