using System.Globalization;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Lists;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using CaseFollowUp = Marshrut.Core.Cases.FollowUp;

namespace Marshrut.Web.Pages.Cases;

/// <summary>«Моё утро»: one person at a time, why, what to talk about, one press, the next.</summary>
public sealed class MorningModel(Workplace workplace, Moments moments, ShowMorning show, ShowCase open, RecordContact contact, CountQueue queue, ListVisits visits, ShowPlan plans) : CasePages(workplace)
{
    private const int MostPoints = 4;

    /// <summary>Who is talked to now; null or called meanwhile: the first of the queue.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty]
    public ContactWay? Way { get; set; }

    [BindProperty]
    public ContactResult? Result { get; set; }

    [BindProperty(Name = "FollowUp")]
    public long? FollowUpId { get; set; }

    /// <summary>Version of the case that the form was shown for.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    public Morning Morning { get; private set; } = null!;

    public MorningLine? Now { get; private set; }

    /// <summary>Null: nobody is to be called.</summary>
    public CaseCard? Card { get; private set; }

    /// <summary>Who comes today, the marked ones too.</summary>
    public IReadOnlyList<CalendarLine> Visits { get; private set; } = [];

    /// <summary>Of the person who is talked to; null: none was made.</summary>
    public PlanCard? Plan { get; private set; }

    /// <summary>Transfers that wait for an answer of the centre.</summary>
    public int Waiting { get; private set; }

    public string WaitingWords { get; private set; } = "";

    public DateOnly Today => moments.Today;

    public Moments Moments => moments;

    public CaseStory? LastTalk => Card!.Story.FirstOrDefault(one => one.Entry.Kind == CaseEntryKind.Contact);

    /// <summary>The planned question that this call answers.</summary>
    public CaseFollowUp? FollowUp => Card!.FollowUps.FirstOrDefault(one => one.DoneOn is null && one.DueOn <= Today);

    public IReadOnlyList<string> Tags => Card!.Handed?.Tags ?? [];

    public string About => string.Join(" · ", new[] { Card!.Line.ProgrammeCode is { Length: > 0 } code ? $"{code}, выпуск {Card.Line.GraduationYear}" : null, Card.Line.SenderName ?? "обратился сам", Card.Line.District }.OfType<string>());

    /// <summary>Points of the talk: what was promised, and what would remove the reasons for which the person was handed over.</summary>
    public IReadOnlyList<string> Script
    {
        get
        {
            var points = new List<string>();
            if (FollowUp is { } asked)
            {
                points.Add(asked.With == FollowUpWith.Person ? "Как дела на новом месте, всё ли устраивает" : "Работодателю: как справляется, чем помочь");
            }
            else if (LastTalk is null)
            {
                points.Add("Познакомиться, рассказать, чем поможет центр занятости");
            }

            points.AddRange((Plan?.Steps ?? []).Where(step => step.IsLate(Today)).Select(step => $"Просрочен шаг «{step.Words.Title}», срок был {Russian.Date(step.DueOn)}"));
            if (FollowUp is null && points.Count < MostPoints)
            {
                points.AddRange((Card!.Handed?.Risk.Present ?? []).Select(line => Characteristics.Find(line.Code)?.RemovedBy).OfType<string>().Select(words => $"Что поможет: {words}"));
            }

            return [.. points.Take(MostPoints)];
        }
    }

    /// <summary>Who comes next.</summary>
    public long? After => Morning.Calls.SkipWhile(call => call.Id != Now!.Id).Skip(1).Select(call => (long?)call.Id).FirstOrDefault();

    public string Context => Morning.Calls.Count == 0
        ? Russian.Capital($"{ComeToday}сделано звонков: {Russian.Number(Morning.Done)}")
        : $"{ComeToday}{Russian.Count(Morning.Calls.Count, "звонок", "звонка", "звонков")} впереди, сделано {Russian.Number(Morning.Done)}";

    private string ComeToday => Visits.Count(line => line.Visit.State == VisitState.Planned) is > 0 and var count ? $"{Russian.Count(count, "явка", "явки", "явок")}, " : "";

    public string Here(long id) => QueryHelpers.AddQueryString($"{Organization}/morning", "id", id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whom the reader covers for; empty: nobody.</summary>
    public string CoveredWords => string.Join(", ", Morning.Covered.Select(leave => $"{PersonalName.Short(leave.Curator)} до {Russian.Date(leave.Until)}"));

    public static string Heading(MorningReason reason) => reason switch
    {
        MorningReason.Overdue => "Просрочено",
        MorningReason.AskAboutWork => "Спросить о работе",
        MorningReason.LateStep => "Просрочены шаги плана",
        _ => "На сегодня",
    };

    public static string Words(MorningLine line) => Why(line) + (line.InsteadOf is { } curator ? $", вместо {PersonalName.Short(curator)}" : "");

    private static string Why(MorningLine line) => line.Reason switch
    {
        MorningReason.Overdue => $"ждёт с {Russian.Date(line.Since)}",
        MorningReason.Acquaint => "познакомиться",
        MorningReason.LateStep => $"шаг плана просрочен с {Russian.Date(line.Since)}",
        MorningReason.AskAboutWork => $"как дела на работе, с {Russian.Date(line.Since)}",
        _ => "договорились на сегодня",
    };

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var isDay = string.IsNullOrWhiteSpace(Next) | RussianDates.TryParse(Next ?? "", out var day);
        try
        {
            if (!isDay)
            {
                throw new RuleViolation("next-unusable", "Не поняли дату следующего разговора. Напишите её так: 01.12.2026.");
            }

            if (Id is not { } id || !await contact.Record(new ContactAttempt(id, Way, Result, Note, string.IsNullOrWhiteSpace(Next) ? null : day, FollowUpId, Seen), cancel))
            {
                return NotFound();
            }

            this.TellDone($"Записано: {CaseWords.Result(Result!.Value)}. Следующий человек — ниже.");
            return Redirect($"{Organization}/morning");
        }
        catch (RuleViolation refusal)
        {
            ModelState.Remove(nameof(Seen));
            await Load(cancel);
            return this.NotTaken(refusal);
        }
    }

    private async Task Load(CancellationToken cancel)
    {
        Morning = await show.Show(Workplace.User!.Id, cancel);
        Now = Morning.Calls.FirstOrDefault(call => call.Id == Id) ?? (Morning.Calls.Count > 0 ? Morning.Calls[0] : null);
        Card = Now is null ? null : await open.Show(Now.Id, special: false, cancel);
        var coming = new List<CalendarLine>(await visits.List(Today, Today, Workplace.User.Id, cancel));
        foreach (var leave in Morning.Covered)
        {
            coming.AddRange(await visits.List(Today, Today, leave.CuratorId, cancel));
        }

        Visits = [.. coming.OrderBy(line => line.Visit.From)];
        Plan = Card?.Line.PlanSteps is null ? null : (await plans.Show(Card.Line.Id, cancel))?.Plan;
        var figures = await queue.Count(cancel);
        Waiting = figures.Waiting;
        WaitingWords = $"{Russian.Count(Waiting, "передача ждёт", "передачи ждут", "передач ждут")} ответа"
            + (figures.Late > 0 ? $", просрочено {Russian.Number(figures.Late)}" : "")
            + (figures.DueToday > 0 ? $", последний день у {Russian.Number(figures.DueToday)}{(moments.WorkingHoursLeft is { } hours ? $": {hours}{Russian.Nbsp}ч" : "")}" : "");
    }
}
