using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases;
using Marshrut.Core.Platform;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Transfers.Queue;

/// <summary>One person who waits: what was handed over, questions, and the answer.</summary>
public sealed class PersonModel(
    Workplace workplace, Moments moments, ShowHandedPerson show, ListCurators curators, AcceptPeople accept, AskAboutPerson ask) : QueuePages(workplace)
{
    /// <summary>The reader asked to see facts of health; each look is written down.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Special { get; set; }

    public HandedPerson Person { get; private set; } = null!;

    public int? HoursLeft => moments.WorkingHoursLeft;

    public IReadOnlyList<SelectListItem> Curators { get; private set; } = [];

    public Moments Moments => moments;

    public bool MaySeeSpecial => Workplace.Can(Permission.SeeSpecial);

    public string Name => Person.Snapshot is { Person: var values } ? $"{values.LastName} {values.FirstName} {values.MiddleName}".Trim() : "Человек из передачи";

    public string Context => $"Передача № {Person.TransferNumber}, {TransferWords.Kind(Person.Kind)} · отправлена {Russian.Date(Person.SentOn)}, ответить до {Russian.Date(Person.AnswerBy)}";

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAccept(long id, long? curator, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        try
        {
            var answer = await accept.Accept([id], new CuratorChoice(curator), cancel);
            if (answer.Done == 0)
            {
                this.TellRefused("Ответить уже нельзя: на этого человека ответили, или передачу отозвали.");
                return Redirect(PathOf(id));
            }

            UndoNote.Leave(this, "Человек принят.", answer.At);
            return Redirect(Path);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal);
        }
    }

    public async Task<IActionResult> OnPostAsk(long id, string? text, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        try
        {
            await ask.Ask(id, text, cancel);
            this.TellDone("Вопрос отправлен: колледж или вуз видит его.");
            return Redirect(PathOf(id));
        }
        catch (RuleViolation refusal)
        {
            ViewData["Typed"] = text;
            return this.NotTaken(refusal);
        }
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, Special && MaySeeSpecial, cancel) is not { } person)
        {
            return false;
        }

        Person = person;
        Curators = [.. (await curators.List(cancel)).Select(curator => new SelectListItem(curator.FullName, curator.UserId.ToString(CultureInfo.InvariantCulture)))];
        return true;
    }
}
