using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Register.Editing;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>
/// What the forms of a card share: where they lead, what they were read from, and what stood against them, with all that was typed kept.
/// </summary>
public abstract class CardEditing(Workplace workplace, Moments moments) : PageModel
{
    /// <summary>Versions and moment of what the form was filled in from: «3.0.639…».</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    [Display(Name = "Причина")]
    public string? Reason { get; set; }

    [BindProperty]
    public bool KnowsLookAlikes { get; set; }

    public OtherChange? Conflict { get; private set; }

    public IReadOnlyList<LookAlike> LookAlikes { get; private set; } = [];

    public Moments Moments => moments;

    public string ListPath => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/students";

    /// <summary>What the list of people is called here.</summary>
    public string PeopleWord => workplace.People();

    public string CardPath(long enrolmentId) => string.Create(CultureInfo.InvariantCulture, $"{ListPath}/{enrolmentId}");

    protected Workplace Workplace => workplace;

    /// <summary>A form that was forged or cut begins from nothing: every version then differs.</summary>
    protected SeenCard SeenCard => (Seen ?? "").Split('.') is [var person, var study, var at]
        && int.TryParse(person, CultureInfo.InvariantCulture, out var personVersion)
        && int.TryParse(study, CultureInfo.InvariantCulture, out var studyVersion)
        && long.TryParse(at, CultureInfo.InvariantCulture, out var ticks) && ticks is > 0 and < 3_155_378_975_999_999_999
            ? new SeenCard(personVersion, studyVersion, new DateTime(ticks, DateTimeKind.Utc))
            : new SeenCard(-1, -1, DateTime.UnixEpoch);

    /// <summary>The databases keep moments to the millisecond or finer: a second less is asked rather than one change missed.</summary>
    protected void See(SeenCard seen) => Seen = string.Create(
        CultureInfo.InvariantCulture, $"{seen.PersonVersion}.{seen.EnrolmentVersion}.{seen.At.Ticks - (seen.At.Ticks % TimeSpan.TicksPerSecond)}");

    /// <param name="answer">Null: there is no such card.</param>
    /// <param name="done">What to say on the card. Carries no personal values.</param>
    /// <param name="field">Field key → name of the form's field.</param>
    protected IActionResult Answer(CardAnswer? answer, string done, Func<string, string> field)
    {
        if (answer is null)
        {
            return NotFound();
        }

        if (answer.EnrolmentId is { } written)
        {
            this.TellDone(done);
            return Redirect(CardPath(written));
        }

        // The rules of the importer speak for every field: what the framework thought of them is not said beside.
        ModelState.Clear();
        foreach (var (key, sentence) in answer.Problems)
        {
            ModelState.AddModelError(key.Length == 0 ? "" : field(key), sentence);
        }

        LookAlikes = answer.LookAlikes;
        if (answer.Conflict is { } conflict)
        {
            Conflict = conflict;
            See(conflict.Now);
        }

        return this.NotTaken();
    }

    /// <summary>«reason» → «Reason», «lastName» → «Input.LastName».</summary>
    protected static string FieldIn(string prefix, string key) =>
        key == "reason" ? nameof(Reason) : $"{prefix}.{char.ToUpperInvariant(key[0])}{key[1..]}";

    /// <summary>A typed day; a text that is none is remembered as a problem of its field.</summary>
    protected static DateOnly? Day(string? text, string field, Dictionary<string, string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (RussianDates.TryParse(text.Trim(), out var day))
        {
            return day;
        }

        problems[field] = "Не поняли дату. Напишите её так: 01.05.2007.";
        return null;
    }
}
