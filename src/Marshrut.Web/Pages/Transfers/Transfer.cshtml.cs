using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Outside;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Calendar;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Imports;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Transfers;

/// <summary>One transfer as its sender sees it: each person, the answer and what came of it.</summary>
[FileSizeLimit(MostMegabytes)]
public sealed class TransferModel(
    Workplace workplace, Moments moments, ShowTransfer show, RevokePeople revoke, FindOutsideCentre outside, WriteTransferFile write, ReadTransferFile read) : TransferPages(workplace)
{
    public const int MostMegabytes = 16;

    public SentTransferCard Card { get; private set; } = null!;

    /// <summary>The centre works outside the program and answers by file.</summary>
    public bool IsOutside { get; private set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What the file just sent did; null: none was sent.</summary>
    public FileAnswer? Answer { get; private set; }

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

    [Requires(Permission.ExportPeople)]
    public async Task<IActionResult> OnPostFile(long id, CancellationToken cancel) =>
        await Load(id, cancel) ? await this.Table("transfer.xlsx", output => write.Write(id, output, cancel)) : NotFound();

    public async Task<IActionResult> OnPostAnswer(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        try
        {
            if (Upload is null)
            {
                throw new RuleViolation("file-missing", "Выберите файл, который прислал центр занятости.");
            }

            await using var file = Upload.OpenReadStream();
            var report = (await read.Read(id, file, cancel))!;
            Answer = new FileAnswer(
                report,
                report.Updated == 0 ? "Нового в файле нет." : $"Ответ записан: {Russian.Count(report.Updated, "человек", "человека", "человек")}.",
                report.Errors.Count > 0 ? "Исправьте строки из списка и загрузите файл снова: записанное второй раз не запишется" : "Состояние людей обновлено в списке ниже");
            await Load(id, cancel);
            return Page();
        }
        catch (SpreadsheetProblem problem)
        {
            return this.NotTaken(new RuleViolation(problem.Code, problem.Message), nameof(Upload));
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, nameof(Upload));
        }
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } card)
        {
            return false;
        }

        Card = card;
        IsOutside = await outside.Find(id, cancel);
        return true;
    }
}
