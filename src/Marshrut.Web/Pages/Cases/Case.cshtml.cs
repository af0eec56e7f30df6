using Marshrut.Core.Accounts;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Cases.Files;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.People.Files;
using Marshrut.Core.Platform;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases;

/// <summary>One case: call, write down, pause, end, go on.</summary>
[FileSizeLimit(AcceptedFile.MaxMegabytes)]
public sealed class CaseModel(
    Workplace workplace,
    Moments moments,
    ShowCase show,
    ShowCaseDetails showDetails,
    ListCurators curators,
    RecordContact contact,
    WriteCaseNote note,
    AssignCurator assign,
    PauseCase pause,
    WakeCase wake,
    CloseCase close,
    ReopenCase reopen,
    WriteNeeds needs,
    AttachCaseFile attach,
    RemoveCaseFile remove,
    OpenPersonFile open,
    WriteExchangeNote tell) : CasePages(workplace)
{
    /// <summary>The reader asked to see facts of health; each look is written down.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Special { get; set; }

    [BindProperty]
    public ContactWay? Way { get; set; }

    [BindProperty]
    public ContactResult? Result { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    [BindProperty]
    public long? FollowUp { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public CaseOutcome? Outcome { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Employer { get; set; }

    [BindProperty]
    public string? Position { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public CaseNeed[] Needs { get; set; } = [];

    [BindProperty]
    public string? NeedWords { get; set; }

    [BindProperty]
    public IFormFile? Document { get; set; }

    /// <summary>Version of the case that the form was filled in for.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The words of needs as they were typed and not taken.</summary>
    public string? NeedWordsTyped => Open == "needs" ? NeedWords ?? "" : null;

    /// <summary>The note as it was typed.</summary>
    public string? NoteText { get; private set; }

    /// <summary>The form that stays open: it was sent and not taken.</summary>
    public string? Open { get; private set; }

    public CaseCard Card { get; private set; } = null!;

    public CaseDetails Details { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Curators { get; private set; } = [];

    public Moments Moments => moments;

    public DateOnly Today => moments.Today;

    public bool MaySeeSpecial => Workplace.Can(Permission.SeeSpecial);

    public string FullName => $"{Card.Line.LastName} {Card.Line.FirstName} {Card.Line.MiddleName}".TrimEnd();

    public string Context => Card.Kind is { } kind
        ? $"{Card.Line.SenderName} · передача № {Card.TransferNumber} от {Russian.Date(Card.SentOn!.Value)}, {TransferWords.Kind(kind)}"
        : $"Обратился сам {Russian.Date(Card.Line.OpenedOn)}";

    public string PlanWords => Card.Line.PlanSteps is { } steps ? $"План: {Card.Line.PlanDone} из {steps}" : Card.Line.State == CaseState.Closed ? "План" : "Составить план";

    public string LastWords => Card.Line.LastContactOn is { } last ? $"говорили {Russian.Date(last)}" : "ещё не говорили";

    public IReadOnlyList<SelectListItem> Ways =>
        [.. Enum.GetValues<ContactWay>().Select(way => new SelectListItem(CaseWords.Way(way), way.ToString(), way == (Way ?? ContactWay.Call)))];

    public IReadOnlyList<SelectListItem> OutcomeItems => [.. Outcomes.Select(item => new SelectListItem(item.Text, item.Value, item.Value == Outcome?.ToString()))];

    public static bool SaysItself(CaseStory one) =>
        one is { Entry.Kind: CaseEntryKind.Plan or CaseEntryKind.News or CaseEntryKind.File or CaseEntryKind.Application, Text: not null };

    public static IEnumerable<(string Label, string Words)> NeedLines(WrittenNeeds written)
    {
        foreach (var (label, found) in new[] { ("С чем помочь", written.Needs.Where(need => !need.IsObstacle)), ("Что мешает", written.Needs.Where(need => need.IsObstacle)) })
        {
            if (found.Any())
            {
                yield return (label, string.Join(", ", found.Select(Marshrut.Core.Cases.NeedWords.Of)));
            }
        }

        if (written.Words is { } words)
        {
            yield return ("Своими словами", words);
        }
    }

    public static string Size(int bytes) => bytes < 1 << 20 ? $"{Russian.Number(Math.Max(1, bytes >> 10))} КБ" : $"{Russian.Number(bytes >> 20)} МБ";

    public static string Told(CaseStory one)
    {
        // What the plan and the college tell is a sentence of its own.
        var words = SaysItself(one) ? one.Text! : CaseWords.Entry(one.Entry);
        words = Russian.Capital(words);
        return one switch
        {
            { Entry.Step: CaseStep.AssignCurator, CuratorName: { } curator } => $"{words}: {PersonalName.Short(curator)}",
            { Entry: { Step: CaseStep.Pause, On: { } until } } => $"{words} до {Russian.Date(until)}",
            { Entry: { Step: CaseStep.Close, On: { } on } } => $"{words}, {Russian.Date(on)}",
            _ when SaysItself(one) => words,
            { Entry: { Kind: CaseEntryKind.Contact, On: { } next } } => $"{words}, следующий разговор {Russian.Date(next)}",
            _ => words,
        };
    }

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostContact(long id, CancellationToken cancel) => Act(
        id,
        () => contact.Record(new ContactAttempt(id, Way, Result, Note, Day(Next), FollowUp, Seen), cancel),
        Result is { } result ? $"Записано: {CaseWords.Result(result)}." : "Записано.",
        null,
        cancel);

    public Task<IActionResult> OnPostNote(long id, string? text, CancellationToken cancel)
    {
        NoteText = text;
        return Act(id, () => note.Write(id, text, cancel), "Заметка добавлена.", null, cancel);
    }

    public Task<IActionResult> OnPostAssign(long id, long? to, CancellationToken cancel) =>
        Act(id, async () => (await assign.Assign([id], to, cancel)).Done >= 0, "Куратор назначен.", null, cancel);

    public Task<IActionResult> OnPostPause(long id, CancellationToken cancel) =>
        Act(id, () => pause.Pause(new CasePause(id, Day(Until), Reason, Seen), cancel), "Сопровождение приостановлено.", "pause", cancel);

    public Task<IActionResult> OnPostWake(long id, CancellationToken cancel) => Act(id, () => wake.Wake(id, cancel), "Сопровождение возобновлено.", null, cancel);

    public Task<IActionResult> OnPostClose(long id, CancellationToken cancel) => Act(
        id, () => close.Close(new CaseClosing(id, Outcome, Day(On), Employer, Position, Evidence, Seen), cancel), "Сопровождение завершено. Колледж или вуз видит итог.", "close", cancel);

    public Task<IActionResult> OnPostReopen(long id, CancellationToken cancel) => Act(id, () => reopen.Reopen(id, Reason, Seen, cancel), "Сопровождение возобновлено.", "reopen", cancel);

    public Task<IActionResult> OnPostNeeds(long id, CancellationToken cancel) =>
        Act(id, () => needs.Write(new NeedsInput(id, Needs, NeedWords, Seen), cancel), "Записано.", "needs", cancel);

    public Task<IActionResult> OnPostAttach(long id, CancellationToken cancel) => Act(
        id,
        async () => await attach.Attach(id, Document is { } file ? await file.Accept(cancel) : throw new RuleViolation("file-missing", "Выберите файл."), cancel),
        "Файл приложен.",
        null,
        cancel);

    public Task<IActionResult> OnPostRemoveFile(long id, long file, CancellationToken cancel) => Act(id, () => remove.Remove(id, file, cancel), "Файл убран.", null, cancel);

    public async Task<IActionResult> OnGetFile(long id, long file, CancellationToken cancel)
    {
        if (!await Load(id, cancel) || Details.Files.All(one => one.Id != file) || await open.Open(Card.PersonId, file, cancel) is not { } opened)
        {
            return NotFound();
        }

        // Never shown by the browser itself: what somebody uploaded must not run on our address.
        return File(opened.Content, AcceptedFile.MediaType(opened.Type), opened.Name);
    }

    public Task<IActionResult> OnPostTell(long id, string? said, CancellationToken cancel)
    {
        ViewData["Said"] = said;
        return Act(id, async () => Card.ItemId is { } item && await tell.Write(item, said, cancel), "Сообщение отправлено: колледж или вуз видит его.", null, cancel);
    }

    private Task<IActionResult> Act(long id, Func<Task<bool>> act, string done, string? form, CancellationToken cancel)
    {
        Open = form;
        return Act(() => Load(id, cancel), act, done, PathOf(id));
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, Special && MaySeeSpecial, cancel) is not { } card)
        {
            return false;
        }

        Card = card;
        Details = await showDetails.Show(card, cancel);
        Curators = [.. (await curators.List(cancel)).Where(curator => curator.UserId != card.Line.CuratorId).Select(curator => new SelectListItem(curator.FullName, Text(curator.UserId)))];
        return true;
    }
}
