using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Register.Consents;
using Marshrut.Rules.Consents;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Register.Consents;

/// <summary>«Записать подписанные»: the pile of papers that came back from a group.</summary>
public sealed class SignModel(Workplace workplace, ListConsents list, ListTransferRecipients recipients, FindConsentText texts, SignConsents sign) : ConsentPages(workplace)
{
    public const int Most = 300;

    private HashSet<string> signed = [];
    private IReadOnlyDictionary<long, (string Field, string Sentence)> refused = new Dictionary<long, (string, string)>();

    [BindProperty(SupportsGet = true, Name = "")]
    public ConsentQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public long[] Ids { get; set; } = [];

    [BindProperty]
    [Display(Name = "Дата подписи")]
    public string? SignedOn { get; set; }

    [BindProperty]
    [Display(Name = "Центр занятости, названный в согласии")]
    public long? RecipientId { get; set; }

    [BindProperty]
    [Display(Name = "Какой текст подписан")]
    public int? TextNumber { get; set; }

    /// <summary>Enrolment → who signed for somebody under 18.</summary>
    [BindProperty]
    public Dictionary<string, string?> By { get; set; } = [];

    public IReadOnlyList<ConsentLine> Lines { get; private set; } = [];

    public ConsentSituation Situation { get; private set; }

    public IReadOnlyList<TransferRecipient> Recipients { get; private set; } = [];

    public IReadOnlyList<SelectListItem> TextItems { get; private set; } = [];

    public string? TooMany { get; private set; }

    /// <summary>Some were recorded just now, and the rest is shown.</summary>
    public string? AlreadyWritten { get; private set; }

    public IReadOnlyList<SelectListItem> RecipientItems => [.. Recipients.Select(one => new SelectListItem(one.Name, one.Id.ToString(CultureInfo.InvariantCulture)))];

    public string Back => Query.First().Href(Path);

    public string Here => QueryHelpers.AddQueryString(
        Query.First().Href(Path + "/sign"), Ids.Select(id => KeyValuePair.Create("ids", (string?)id.ToString(CultureInfo.InvariantCulture))));

    public bool IsSigned(ConsentLine line) => signed.Contains(Key(line));

    public bool NeedsRepresentative(ConsentLine line) =>
        ConsentAge.IsMinor(line.BirthDate, Situation.Today) || By.ContainsKey(Key(line)) || (refused.TryGetValue(line.EnrolmentId, out var problem) && problem.Field == "representative");

    public bool AnyoneNeedsRepresentative => Lines.Any(NeedsRepresentative);

    public string? ProblemOf(ConsentLine line) => refused.TryGetValue(line.EnrolmentId, out var problem) ? problem.Sentence : null;

    [Requires(Permission.EditPeople)]
    public async Task OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        signed = [.. Lines.Select(Key)];
    }

    [Requires(Permission.EditPeople)]
    public async Task<IActionResult> OnPost([FromForm(Name = "signed")] string[] chosen, CancellationToken cancel)
    {
        await Load(cancel);
        signed = [.. chosen];
        if (chosen.Length > 0 && !Lines.Any(IsSigned))
        {
            this.TellRefused("Эти согласия уже записаны.");
            return Redirect(Back);
        }

        var day = RussianDates.TryParse(SignedOn ?? "", out var read) ? read : (DateOnly?)null;
        SignedAnswer answer;
        try
        {
            answer = await sign.Sign(
                new SignedConsents(Query.Purpose, day, [.. Lines.Where(IsSigned).Select(line => new Signature(line.EnrolmentId, By.GetValueOrDefault(Key(line))))], RecipientId, TextNumber),
                cancel);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal);
        }

        if (answer.Problem is { } problem)
        {
            ModelState.AddModelError($"{char.ToUpperInvariant(problem.Field[0])}{problem.Field[1..]}", problem.Sentence);
            return this.NotTaken();
        }

        var words = $"{Russian.Plural(answer.Written.Count, "Записано", "Записаны", "Записаны")} {Russian.Count(answer.Written.Count, "согласие", "согласия", "согласий")}.";
        if (answer.Refused.Count == 0)
        {
            UndoNote.Leave(this, words, answer.Written.Count > 0 ? answer.At : null);
            return Redirect(Back);
        }

        // Whatever was typed for the rest stays; those who are done leave the sheet.
        AlreadyWritten = answer.Written.Count == 0 ? null : words;
        refused = answer.Refused;
        var done = answer.Written.ToHashSet();
        Lines = [.. Lines.Where(line => !done.Contains(line.EnrolmentId))];
        Ids = [.. Lines.Select(line => line.EnrolmentId)];
        ModelState.AddModelError("", $"Не записано у {Russian.Count(refused.Count, "человека", "человек", "человек")}: причины — в строках.");
        return this.NotTaken();
    }

    private async Task Load(CancellationToken cancel)
    {
        var found = await list.List(Ids.Length > 0 ? Query.Filter with { State = null, Group = null, Search = null } : Query.Filter, cancel);
        var wanted = Ids.ToHashSet();
        Lines = wanted.Count > 0 ? [.. found.Found.Where(line => wanted.Contains(line.EnrolmentId))] : found.Found;
        Situation = found.Situation;
        Recipients = Query.Purpose == ConsentPurpose.Transfer ? await recipients.List(cancel) : [];
        var versions = await texts.Find(Query.Purpose, cancel);
        TextItems = [.. versions.Select(version => new SelectListItem(version.Number == 0 ? "образец программы" : $"версия {version.Number}", version.Number.ToString(CultureInfo.InvariantCulture)))];
        if (Lines.Count > Most)
        {
            TooMany = $"В списке {Russian.Count(Lines.Count, "человек", "человека", "человек")}";
            Lines = [];
        }
    }

    private static string Key(ConsentLine line) => line.EnrolmentId.ToString(CultureInfo.InvariantCulture);
}
