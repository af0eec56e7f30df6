using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Core.Register.Cards;
using Marshrut.Core.Register.Lists;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Decisions;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Profiling.Groups;
using Marshrut.Web.Pages.Risk;
using Marshrut.Web.Ui;
using Marshrut.Web.Ui.Marks;
using Marshrut.Web.Ui.Movement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Register;

/// <summary>One stop of the ribbon.</summary>
public sealed record RibbonStop(StopState State, string Title, string Words);

/// <summary>Everything about one student in one study.</summary>
public sealed class CardModel(Workplace workplace, ActingScope scope, ShowPerson show, FindNeighbours neighbours, AssessPerson assess, ConfirmAssessments confirm, UndoConfirmation undo, Moments moments,
    FindPersonCase cases, FindHandedState handed, OpenOwnCase open, ShowRequest requests, ListResponses responses, FindCircle circles)
    : PageModel
{
    public PersonCard Card { get; private set; } = null!;

    /// <summary>The centre's work with the person; null: none, or this is no centre.</summary>
    public PersonCase? Case { get; private set; }

    /// <summary>The latest hand-over of the person; null: none, or nobody is handed over here.</summary>
    public HandedState? Handed { get; private set; }

    /// <summary>What the person wants help with: those that go on first.</summary>
    public IReadOnlyList<ShownRequest> Requests { get; private set; } = [];

    public IReadOnlyList<ResponseLine> Responses { get; private set; } = [];

    public string RequestPath(ShownRequest request) => string.Create(CultureInfo.InvariantCulture, $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/requests/{request.Line.Id}");

    public bool WorksCases => workplace.Can(Permission.WorkCases);

    public string CasePath(long caseId) => string.Create(CultureInfo.InvariantCulture, $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/cases/{caseId}");

    public string TransferPath(HandedState state) => string.Create(CultureInfo.InvariantCulture, $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/transfers/{state.TransferId}");

    public string HandedPath(HandedState state) => string.Create(CultureInfo.InvariantCulture, $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/transfers/people/{state.ItemId}");

    public Neighbours Beside { get; private set; } = new(null, null);

    public ListQuery Query { get; private set; } = null!;

    /// <summary>What is not shown at once is shown now, and the journal knows.</summary>
    public bool ShowsSpecial { get; private set; }

    public Moments Moments => moments;

    /// <summary>What the list of people is called here.</summary>
    public string PeopleWord => workplace.People();

    public string ListPath => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/students";

    public bool MayEdit => workplace.Can(Permission.EditPeople);

    /// <summary>Pupils have no level (R21).</summary>
    public bool MayDetermine => workplace.Can(Permission.DetermineRisk);

    public bool MayConfirm => workplace.Can(Permission.ConfirmRisk);

    public bool MaySeeJournal => workplace.Can(Permission.SeeJournal);

    public UndoNote? JustConfirmed { get; private set; }

    public bool HandsOver => workplace.HandsOver();

    public bool MaySeeSpecial => workplace.Can(Permission.SeeSpecial);

    public string FullName => $"{Card.Person.LastName} {Card.Person.FirstName} {Card.Person.MiddleName}".TrimEnd();

    public string Initials => $"{Card.Person.FirstName[..1]}{Card.Person.LastName[..1]}";

    public Task<IActionResult> OnGet(long id, CancellationToken cancel) => Show(id, withSpecial: false, cancel);

    [Requires(Permission.SeeSpecial)]
    public Task<IActionResult> OnPostSpecial(long id, CancellationToken cancel) => Show(id, withSpecial: true, cancel);

    [Requires(Permission.DetermineRisk)]
    public async Task<IActionResult> OnPostAssess(long id, CancellationToken cancel)
    {
        try
        {
            if (!await assess.Assess(id, cancel))
            {
                return NotFound();
            }

            this.TellDone("Риск определён заново. Если результат тот же, решение специалиста осталось в силе; новый ждёт решения.");
        }
        catch (RuleViolation refusal)
        {
            this.TellRefused(refusal.Message);
        }

        return Redirect($"{ListPath}/{id}");
    }

    /// <summary>The proposal that was on the page becomes the specialist's decision; one that was replaced meanwhile does not.</summary>
    [Requires(Permission.ConfirmRisk)]
    public async Task<IActionResult> OnPostConfirm(long id, long assessment, CancellationToken cancel)
    {
        ConfirmedNote.Leave(this, await confirm.Confirm([assessment], cancel));
        return Redirect($"{ListPath}/{id}");
    }

    [Requires(Permission.ConfirmRisk)]
    public async Task<IActionResult> OnPostUndo(long id, long moment, CancellationToken cancel)
    {
        var count = await undo.Undo(UndoNote.At(moment), cancel);
        this.TellDone(ConfirmedNote.TakenBack(count), count == 0 ? Tone.Wait : Tone.Good);
        return Redirect($"{ListPath}/{id}");
    }

    /// <summary>Somebody who came by himself is worked with from now on (З1.4).</summary>
    [Requires(Permission.WorkCases)]
    public async Task<IActionResult> OnPostOpenCase(long id, CancellationToken cancel)
    {
        try
        {
            if (await open.Open(id, workplace.User!.Id, cancel) is not { } caseId)
            {
                return NotFound();
            }

            this.TellDone("Сопровождение открыто. Куратор — вы.");
            return Redirect(CasePath(caseId));
        }
        catch (RuleViolation refusal)
        {
            this.TellRefused(refusal.Message);
            return Redirect($"{ListPath}/{id}");
        }
    }

    /// <summary>A handler of this page.</summary>
    public string Handler(string name) => $"{ListPath}/{Card.Shown.Id}?handler={name}";

    /// <summary>Null: not all that keeps the level high can be removed, or the reader does not see all of it: a promise that is missing would tell what is hidden (R38).</summary>
    public string? WayOutWords => Card.Current is { IsHigh: true, Explanation.Hidden.Length: 0, Way: { LeadsOut: true } }
        ? "Если сделать то, что отмечено стрелкой, уровень станет невысоким."
        : null;

    public string OverrideHref(CardAssessment assessment) => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/risk/override?ids={assessment.Id}&card={Card.Shown.Id}";

    public string JournalHref => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/journal?card={Card.Shown.Id}";

    /// <summary>A form of this card: <c>person</c>, <c>facts/add</c>.</summary>
    public string EditHref(string form) => $"{ListPath}/{Card.Shown.Id}/{form}";

    /// <summary>The three consents, also those that are missing; «needed»: work with the person stands still without it.</summary>
    public IEnumerable<(string Title, ConsentPurpose Purpose, DateOnly? SignedOn, bool Needed)> Consents()
    {
        yield return ("Передача в ЦЗН", ConsentPurpose.Transfer, Card.Person.TransferConsentOn, HandsOver);
        yield return ("Сведения о здоровье", ConsentPurpose.Health, Card.HealthConsentOn, false);
        if (MayDetermine)
        {
            yield return ("Определение риска", ConsentPurpose.Risk, Card.Person.RiskConsentOn, false);
        }
    }

    /// <summary>«, получатель: …» after the day of a consent to a transfer; empty where nobody is handed over.</summary>
    public string RecipientWords(ConsentPurpose purpose) => (purpose, HandsOver, Card.ConsentRecipient) switch
    {
        (not ConsentPurpose.Transfer, _, _) or (_, false, _) => "",
        (_, _, null) => ", получатель не указан",
        (_, _, { IsInForce: true } recipient) => $", получатель: {recipient.Name}",
        (_, _, var recipient) => $", получатель: {recipient.Name}, соглашение с ним не действует",
    };

    public string CardHref(long enrolmentId) => $"{ListPath}/{enrolmentId}{Query.With()}";

    /// <summary>«19 лет · 4 курс, выпускной · группа ИС-41 · 09.02.07 … · выпуск в 2027».</summary>
    public string Context()
    {
        var study = Card.Shown.Values;
        var age = moments.Today.Year - Card.Person.BirthDate.Year - (moments.Today.DayOfYear < Card.Person.BirthDate.DayOfYear ? 1 : 0);
        var isLast = LastCourse.IsLast(study.Status, study.GraduationYear, moments.Today);
        string?[] parts =
        [
            Russian.Count(age, "год", "года", "лет"),
            study.Course is { } course ? $"{course} курс{(isLast ? ", выпускной" : "")}" : isLast ? "выпускной курс" : null,
            study.Group is { } group ? $"группа {group}" : null,
            $"{study.ProgrammeCode} {ProgrammeWords(Card.Shown)}".Trim(),
            $"выпуск в {study.GraduationYear}",
            study.Status == EnrolmentStatus.Studying ? null : StudyWords.Status(study.Status),
        ];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>The programme's name, or the mark of R6; a pupil has none.</summary>
    public string? ProgrammeWords(CardEnrolment study) =>
        study.ProgrammeName ?? (study.Values.ProgrammeCode.Length > 0 ? Core.Organizations.FindUnknownProgrammes.Mark : null);

    /// <summary>«СПО специалисты, очная, бюджет, обучается, выпуск 2027».</summary>
    public string StudyLine(CardEnrolment study)
    {
        var values = study.Values;
        string?[] parts =
        [
            StudyWords.Level(values.Level), StudyWords.Form(values.StudyForm), StudyWords.Funding(values.Funding),
            StudyWords.Status(values.Status), $"выпуск {values.GraduationYear}",
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>Courses, graduation and the two years after it; empty for who left.</summary>
    public IReadOnlyList<RibbonStop> Ribbon()
    {
        var study = Card.Shown.Values;
        if (study.Status == EnrolmentStatus.Expelled)
        {
            return [];
        }

        // The study year that ends in the year of graduation is the last course's.
        var yearsLeft = study.GraduationYear - AssessmentYear.Of(moments.Today).EndYear;
        var isGraduate = study.Status == EnrolmentStatus.Graduate;
        var stops = new List<RibbonStop>();
        if (!isGraduate && study.Course is { } course && course + yearsLeft is >= 1 and <= 6 and var last && last >= course)
        {
            for (var number = 1; number <= last; number++)
            {
                stops.Add(new RibbonStop(
                    number < course ? StopState.Done : number == course ? StopState.Now : StopState.Ahead,
                    number == last ? $"{number} курс, выпускной" : $"{number} курс",
                    number == course ? "сейчас" : ""));
            }
        }
        else
        {
            stops.Add(new RibbonStop(isGraduate ? StopState.Done : StopState.Now, "Учёба", isGraduate ? "" : "сейчас"));
        }

        var after = isGraduate ? Math.Max(0, -yearsLeft) : -1;
        stops.Add(new RibbonStop(isGraduate ? StopState.Done : StopState.Ahead, "Выпуск", $"{study.GraduationYear}"));
        stops.Add(new RibbonStop(StateOf(after, 0), "1-й год", $"до июня {study.GraduationYear + 1}"));
        stops.Add(new RibbonStop(StateOf(after, 1), "2-й год", $"до июня {study.GraduationYear + 2}"));
        return stops;

        StopState StateOf(int years, int stop) => years < 0 || years - 1 < stop ? StopState.Ahead : years - 1 == stop ? StopState.Now : StopState.Done;
    }

    /// <summary>«с 05.10.2026», «по 10.04.2027», both, or a dash.</summary>
    public static string Term(CardFact fact)
    {
        string?[] parts = [fact.ValidFrom is { } first ? $"с {Russian.Date(first)}" : null, fact.ValidTo is { } last ? $"по {Russian.Date(last)}" : null];
        return fact.IsReplaced ? "заменено" : fact.IsOutweighed ? "учтён другой источник" : parts.Any(part => part is not null) ? string.Join(' ', parts.OfType<string>()) : "—";
    }

    public static LevelMark Mark(CardAssessment? assessment) =>
        (assessment is null ? (RiskLevel?)null : assessment.IsHigh ? RiskLevel.High : RiskLevel.NotHigh).Mark(assessment?.Complete ?? false);

    private async Task<IActionResult> Show(long id, bool withSpecial, CancellationToken cancel)
    {
        Query = new ListQuery(Request.Query, await circles.Find(Request.Query, cancel));
        ShowsSpecial = withSpecial;
        if (await show.Show(id, Access(withSpecial), cancel) is not { } card)
        {
            return NotFound();
        }

        Card = card;
        JustConfirmed = UndoNote.Take(this);
        Case = WorksCases ? await cases.Find(card.PersonId, cancel) : null;
        Handed = HandsOver ? await handed.Find(card.PersonId, cancel) : null;
        Requests = await requests.OfPerson(card.PersonId, cancel);
        Responses = await responses.OfPerson(card.PersonId, cancel);
        Beside = await neighbours.Find(id, Query.Filter, Query.Order, cancel);
        return Page();
    }

    /// <summary>Restricted facts exist only in an employment centre, for those of its staff who may (R38); elsewhere not even their title.</summary>
    private FactAccess Access(bool withSpecial)
    {
        var access = withSpecial ? FactAccess.Special : FactAccess.Ordinary;
        if (workplace.OrganizationKind == OrganizationKind.EmploymentCentre)
        {
            access |= withSpecial && scope.MayHandleRestricted ? FactAccess.Restricted : FactAccess.OtherCircumstances;
        }

        return access;
    }
}
