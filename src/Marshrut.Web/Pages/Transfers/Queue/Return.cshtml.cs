using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Platform;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Transfers.Queue;

/// <summary>«Вернуть…»: the reason, once for all that are chosen.</summary>
public sealed class ReturnModel(Workplace workplace, FindInQueue find, ReturnPeople give) : QueuePages(workplace)
{
    [BindProperty(SupportsGet = true, Name = "")]
    public QueueQuery Query { get; set; } = new();

    [BindProperty]
    [Display(Name = "Причина")]
    [Required(ErrorMessage = "Выберите причину")]
    public ReturnReason? Reason { get; set; }

    [BindProperty]
    [Display(Name = "Своими словами")]
    public string? Note { get; set; }

    /// <summary>Ticked people; empty where the whole filter goes.</summary>
    public IReadOnlyList<long> Ids { get; private set; } = [];

    public IReadOnlyList<long> Chosen { get; private set; } = [];

    public string Here => Query.All ? (Query with { After = null }).Href(Path + "/return") : Path + "/return";

    public static string Sentence(ReturnReason reason)
    {
        var words = TransferWords.Reason(reason);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public async Task<IActionResult> OnGet(long[] ids, CancellationToken cancel)
    {
        await Load(ids, cancel);
        return Chosen.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(long[] ids, CancellationToken cancel)
    {
        await Load(ids, cancel);
        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        try
        {
            var answer = await give.Return(Chosen, Reason!.Value, Note, cancel);
            var passed = answer.Passed == 0 ? "" : $" Пропущено {Russian.Number(answer.Passed)}: по ним уже ответили или передачу отозвали.";
            this.TellDone($"{Russian.Plural(answer.Done, "Возвращён", "Возвращены", "Возвращено")} {Russian.Count(answer.Done, "человек", "человека", "человек")}.{passed}");
            return Redirect(Path);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, nameof(Note));
        }
    }

    private async Task Load(long[] ids, CancellationToken cancel)
    {
        Ids = ids;
        Chosen = Query.All ? await find.Find(Query.Filter, cancel) : ids;
    }
}
