using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Register.Lists;
using Marshrut.Core.Register.Marking;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Register.Marking;

/// <summary>«Отметить по списку»: a pasted list or a whole group, then one fact for those who were found.</summary>
public sealed class MarkModel(Workplace workplace, FindNamed find, ListEnrolments list, ListChoices choices, MarkPeople mark, WriteGroupSheet sheet) : PageModel
{
    [BindProperty]
    public string? Names { get; set; }

    [BindProperty]
    public string? Group { get; set; }

    [BindProperty]
    public FactCode? Fact { get; set; }

    [BindProperty]
    public FactValue? Value { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Ids of studies that are to be marked.</summary>
    [BindProperty]
    public long[] Chosen { get; set; } = [];

    /// <summary>The list was read: the second step is shown.</summary>
    public IReadOnlyList<NamedMatch>? Matches { get; private set; }

    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    public string ListPath => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/students";

    public string Here => ListPath + "/mark";

    public string PeopleWord => workplace.People();

    public bool ShowsRisk => workplace.Can(Permission.DetermineRisk);

    public bool MayExport => workplace.Can(Permission.ExportPeople);

    public static IReadOnlyList<FactChoice> Choices => MarkPeople.Choices;

    public FactChoice? Choice => Choices.FirstOrDefault(choice => choice.Fact == Fact);

    public IReadOnlyList<NamedMatch> Single => [.. Matches!.Where(match => match.People.Count == 1 && match.SameAs is null)];

    public IReadOnlyList<NamedMatch> Several => [.. Matches!.Where(match => match.People.Count > 1)];

    public IReadOnlyList<NamedMatch> Nobody => [.. Matches!.Where(match => match.People.Count == 0)];

    public IReadOnlyList<NamedMatch> Repeated => [.. Matches!.Where(match => match.SameAs is not null)];

    public bool IsChosen(NamedPerson person, bool first) => first || Chosen.Contains(person.EnrolmentId);

    /// <summary>True: the second step has been sent, and what was ticked then stays so.</summary>
    public bool CameBack { get; private set; }

    public IEnumerable<SelectListItem> FactItems => Choices.Select(choice => new SelectListItem(choice.Title, ((int)choice.Fact).ToString(CultureInfo.InvariantCulture), choice.Fact == Fact));

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    /// <summary>First step: what, and of whom.</summary>
    public async Task<IActionResult> OnPostFind(CancellationToken cancel)
    {
        try
        {
            if (Choice is null)
            {
                throw new RuleViolation("fact-missing", "Выберите, что отмечаете.");
            }

            await FindPeople(cancel);
            return Page();
        }
        catch (RuleViolation refusal)
        {
            await Load(cancel);
            return this.NotTaken(refusal);
        }
    }

    /// <summary>Second step: which of them, and what it says.</summary>
    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        CameBack = true;
        try
        {
            var day = string.IsNullOrWhiteSpace(On) ? (DateOnly?)null
                : RussianDates.TryParse(On.Trim(), out var typed) ? typed
                : throw new RuleViolation("no-day", $"Не поняли дату «{On.Trim()}». Напишите её так: 01.12.2026.");
            var done = await mark.Mark(new MarkInput(Choice?.Fact, Value, day, Document, Reason, Chosen), cancel);
            this.TellDone(Words(done));
            return Redirect(ListPath);
        }
        catch (RuleViolation refusal) when (Choice is not null)
        {
            await FindPeople(cancel);
            return this.NotTaken(refusal);
        }
        catch (RuleViolation refusal)
        {
            await Load(cancel);
            return this.NotTaken(refusal);
        }
    }

    /// <summary>The sheet of a group for somebody without access.</summary>
    [Requires(Permission.ExportPeople)]
    public async Task<IActionResult> OnPostSheet(CancellationToken cancel)
    {
        var file = new MemoryStream();
        try
        {
            await sheet.Write(Group, file, cancel);
        }
        catch (RuleViolation refusal)
        {
            await Load(cancel);
            return this.NotTaken(refusal);
        }

        file.Position = 0;
        return File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"Лист группы {Group}.xlsx");
    }

    private string Words(MarkedPeople done) =>
        $"«{Choice!.Title}»: {Russian.Plural(done.Marked, "отмечен", "отмечены", "отмечено")} {Russian.Count(done.Marked, "человек", "человека", "человек")}."
        + (done.Same > 0 ? $" Уже было так у {Russian.Number(done.Same)}." : "")
        + (done.IsDetermined ? " Уровни определены заново." : "");

    private async Task FindPeople(CancellationToken cancel)
    {
        var lines = NamedLines.Read(Names);
        if (lines.Count == 0 && !string.IsNullOrWhiteSpace(Group))
        {
            var found = await list.List(new EnrolmentFilter { Group = Group, Status = EnrolmentStatus.Studying }, new EnrolmentPlace(EnrolmentOrder.Name, Size: NamedLines.Most), cancel);
            Matches = [.. found.Rows.Select((row, place) => new NamedMatch(
                new NamedLine(place + 1, $"{row.LastName} {row.FirstName} {row.MiddleName}".TrimEnd(), "", ""),
                [new NamedPerson(row.EnrolmentId, row.LastName, row.FirstName, row.MiddleName, row.Group, row.ProgrammeCode, row.GraduationYear)],
                null))];
            return;
        }

        Matches = lines.Count switch
        {
            0 => throw new RuleViolation("no-names", "Вставьте список или выберите группу."),
            > NamedLines.Most => throw new RuleViolation("many-names", $"В списке больше {Russian.Number(NamedLines.Most)} строк. Разделите его на части."),
            _ => await find.Find(lines, cancel),
        };
    }

    private async Task Load(CancellationToken cancel) =>
        Groups = [.. (await choices.Read(cancel)).Choices.Groups.Select(group => new SelectListItem(group, group, group == Group))];
}
