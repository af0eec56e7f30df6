using System.Globalization;
using Marshrut.Core.Platform;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Calendar;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Transfers;

/// <summary>One transfer as its sender sees it: each person, the answer and what came of it.</summary>
public sealed class TransferModel(Workplace workplace, Moments moments, ShowTransfer show, RevokePeople revoke) : TransferPages(workplace)
{
    public SentTransferCard Card { get; private set; } = null!;

    public Moments Moments => moments;

    public string Here => PathOf(Card.Id);

    public int DaysLeft => WorkingDays.Russia.WorkingDaysBetween(moments.Today, Card.AnswerBy);

    public string PersonPath(long itemId) => string.Create(CultureInfo.InvariantCulture, $"{Path}/people/{itemId}");

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRevoke(long id, long[] ids, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        try
        {
            var answer = await revoke.Revoke(ids, cancel);
            var passed = answer.Passed == 0 ? "" : $" Пропущено {Russian.Number(answer.Passed)}: центр занятости ответил раньше.";
            this.TellDone($"{Russian.Plural(answer.Done, "Отозван", "Отозваны", "Отозвано")} {Russian.Count(answer.Done, "человек", "человека", "человек")}. Центр занятости больше их не видит.{passed}");
            return Redirect(Here);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal);
        }
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } card)
        {
            return false;
        }

        Card = card;
        return true;
    }
}
