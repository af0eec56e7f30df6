using Marshrut.Core.Accounts.Journal;
using Marshrut.Core.Platform.Audit;
using Marshrut.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Accounts.Journal;

/// <summary>The journal of the installation in plain words, and the check of all chains.</summary>
public sealed class IndexModel(ListJournal journal, VerifyAudit verify, Moments moments) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Login { get; set; }

    [BindProperty(SupportsGet = true)]
    public JournalTopic? Topic { get; set; }

    /// <summary>Code of an organisation whose journal is meant; null: the installation's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Org { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public JournalPage Found { get; private set; } = new([], null);

    public AuditVerdict? Verdict { get; private set; }

    public bool IsFiltered => From is not null || To is not null || !string.IsNullOrWhiteSpace(Login) || Topic is not null || !string.IsNullOrWhiteSpace(Org);

    public static IEnumerable<SelectListItem> Topics => Enum.GetValues<JournalTopic>().Select(topic => new SelectListItem(JournalTopics.NameOf(topic), topic.ToString()));

    public object Filter => new { from = From?.ToString("yyyy-MM-dd"), to = To?.ToString("yyyy-MM-dd"), Login, Topic, Org };

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public async Task OnPostVerify(CancellationToken cancel)
    {
        Verdict = await verify.Verify(null, cancel);
        await Load(cancel);
    }

    private async Task Load(CancellationToken cancel) => Found = await journal.List(
        new JournalFilter(
            From is { } from ? moments.StartOf(from) : null,
            To is { } to ? moments.StartOf(to.AddDays(1)) : null,
            Login,
            Topic,
            Before,
            Org),
        cancel);
}
