using Marshrut.Core.Accounts;
using Marshrut.Core.Register.Journal;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Register.Journal;

/// <summary>The journal of the organisation: who did, changed, read and exported what, and why.</summary>
public sealed class IndexModel(
    Workplace workplace, ListRegisterJournal list, ListJournalStaff staff, ExportRegisterJournal export, FindJournalPerson people, Moments moments) : PageModel
{
    private const string Program = "program";

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>Id of a user, or «program».</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public RegisterTopic? Topic { get; set; }

    /// <summary>Enrolment whose person is meant: the link of a card.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Card { get; set; }

    public RegisterJournalPage Found { get; private set; } = new([], false, false);

    public IReadOnlyList<SelectListItem> Staff { get; private set; } = [];

    /// <summary>Name of the person of <see cref="Card"/>.</summary>
    public string? Person { get; private set; }

    public static IEnumerable<SelectListItem> Topics => Enum.GetValues<RegisterTopic>().Select(topic => new SelectListItem(RegisterTopics.NameOf(topic), topic.ToString()));

    public string Path => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/journal";

    public bool MaySeePeople => workplace.Can(Permission.SeePeople);

    public bool IsFiltered => From is not null || To is not null || !string.IsNullOrEmpty(Who) || Topic is not null || Card is not null;

    public Moments Moments => moments;

    public string? Previous => Found.HasPrevious && Found.Rows.Count > 0 ? Href(("newer", $"{Found.Rows[0].Sequence}")) : null;

    public string? Next => Found.HasNext && Found.Rows.Count > 0 ? Href(("older", $"{Found.Rows[^1].Sequence}")) : null;

    public async Task<IActionResult> OnGet(long? older, long? newer, CancellationToken cancel)
    {
        if (await Filter(cancel) is not { } filter)
        {
            return NotFound();
        }

        Staff = [.. (await staff.List(cancel)).Select(one => new SelectListItem(one.FullName, $"{one.UserId}")), new SelectListItem("Программа", Program)];
        Found = await list.List(filter, older, newer, cancel);
        if (Found.Rows.Count == 0 && (older ?? newer) is not null)
        {
            Found = await list.List(filter, null, null, cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostExport(CancellationToken cancel)
    {
        if (await Filter(cancel) is not { } filter)
        {
            return NotFound();
        }

        return await this.Table("journal.xlsx", output => export.Write(filter, output, cancel));
    }

    public string CardHref(long enrolmentId) => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/students/{enrolmentId}";

    /// <summary>The same conditions with something more in the address.</summary>
    public string Href(params (string Name, string Value)[] more)
    {
        var values = new Dictionary<string, string?>
        {
            ["from"] = From?.ToString("yyyy-MM-dd"),
            ["to"] = To?.ToString("yyyy-MM-dd"),
            ["who"] = Who,
            ["topic"] = Topic?.ToString(),
            ["card"] = Card?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in more)
        {
            values[name] = value;
        }

        return QueryHelpers.AddQueryString(Path, values.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }

    /// <returns>Null: the card is nobody's here.</returns>
    private async Task<RegisterJournalFilter?> Filter(CancellationToken cancel)
    {
        long? personId = null;
        if (Card is { } card)
        {
            if (await people.Find(card, cancel) is not { } person)
            {
                return null;
            }

            (personId, Person) = (person.PersonId, person.Name);
        }

        return new RegisterJournalFilter(
            From is { } from ? moments.StartOf(from) : null,
            To is { } to ? moments.StartOf(to.AddDays(1)) : null,
            long.TryParse(Who, out var user) ? user : null,
            Who == Program,
            Topic,
            personId);
    }
}
