using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.People;
using Marshrut.Core.People.Files;
using Marshrut.Core.Platform;
using Marshrut.Core.Register.Consents;
using Marshrut.Core.Register.Editing;
using Marshrut.Rules.Consents;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>One consent as the page shows it.</summary>
/// <param name="Purpose">What it allows.</param>
/// <param name="HasRecipient">It names an employment centre.</param>
/// <param name="Withdrawal">What follows when it is taken back.</param>
public sealed record ConsentLine(ConsentPurpose Code, string Title, DateOnly? SignedOn, string Purpose, string Withdrawal, bool HasRecipient = false);

/// <summary>«Согласия»: the date of a signed document with its scan, and its withdrawal.</summary>
[FileSizeLimit(AcceptedFile.MaxMegabytes)]
public sealed class ConsentsModel(
    Workplace workplace,
    Moments moments,
    ReadCardForm forms,
    SignConsent sign,
    NameConsentRecipient name,
    WithdrawConsent withdraw,
    ListTransferRecipients recipients,
    FindConsentRecipient known,
    FindLiveConsents documents,
    OpenPersonFile open)
    : KnownCardEditing(workplace, moments, forms)
{
    private IReadOnlyDictionary<string, string> problems = new Dictionary<string, string>();

    [BindProperty]
    public ConsentPurpose? Purpose { get; set; }

    [BindProperty]
    public string? SignedOn { get; set; }

    [BindProperty]
    public string? WithdrawnOn { get; set; }

    [BindProperty]
    public long? RecipientId { get; set; }

    /// <summary>Who signed for somebody under 18.</summary>
    [BindProperty]
    public string? Representative { get; set; }

    [BindProperty]
    public IFormFile? Scan { get; set; }

    /// <summary>The documents behind the live consents.</summary>
    public IReadOnlyDictionary<ConsentPurpose, Consent> Live { get; private set; } = new Dictionary<ConsentPurpose, Consent>();

    /// <summary>Employment centres with which an agreement is in force.</summary>
    public IReadOnlyList<TransferRecipient> Recipients { get; private set; } = [];

    /// <summary>Whom the consent to a transfer is given to; null: nobody is named.</summary>
    public ConsentRecipient? Recipient { get; private set; }

    /// <summary>The form of a withdrawal was sent: it stays open.</summary>
    public bool IsWithdrawing { get; private set; }

    public IEnumerable<SelectListItem> RecipientChoices => Recipients.Select(one => new SelectListItem(one.Name, one.Id.ToString(CultureInfo.InvariantCulture)));

    private bool HandsOver => Workplace.HandsOver();

    public IEnumerable<ConsentLine> Consents()
    {
        yield return new ConsentLine(
            ConsentPurpose.Transfer,
            "Передача в центр занятости",
            Form.Person.TransferConsentOn,
            HandsOver ? "Без него человека нельзя передать в центр занятости." : "Передают людей в центр занятости колледжи и вузы; здесь остаётся день подписанного документа.",
            HandsOver ? "После отзыва передать человека в центр занятости будет нельзя." : "День отзыва останется в истории карточки.",
            HandsOver);
        if (Workplace.Can(Permission.SeeSpecial))
        {
            yield return new ConsentLine(
                ConsentPurpose.Health,
                "Сведения о здоровье",
                Form.HealthConsentOn,
                "Без него сведения о здоровье не записываются и не учитываются.",
                "Сведения о здоровье сразу перестанут храниться в карточке и учитываться; уровень определится без них.");
        }

        yield return new ConsentLine(
            ConsentPurpose.Risk,
            "Определение риска",
            Form.Person.RiskConsentOn,
            "Нужно, если организация определяет риск на основании согласия.",
            "Если организация определяет риск на основании согласия, уровня у человека больше не будет.");
    }

    public string? TypedFor(ConsentPurpose purpose, string? typed) => purpose == Purpose ? typed : null;

    public string? ProblemFor(ConsentPurpose purpose, string field) => purpose == Purpose ? problems.GetValueOrDefault(field) : null;

    public bool NeedsRepresentative(ConsentPurpose purpose) => ConsentAge.IsMinor(Form.Person.BirthDate, Moments.Today) || ProblemFor(purpose, "representative") is not null;

    public bool IsOutgrown(DateOnly signedOn) => ConsentAge.IsOutgrown(Form.Person.BirthDate, signedOn, Moments.Today);

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetScan(long id, long file, CancellationToken cancel)
    {
        if (!await Load(id, cancel) || !Consents().Any(line => Live.GetValueOrDefault(line.Code)?.FileId == file) || await open.Open(Form.PersonId, file, cancel) is not { } opened)
        {
            return NotFound();
        }

        // Never shown by the browser itself: what somebody uploaded must not run on our address.
        return File(opened.Content, AcceptedFile.MediaType(opened.Type), opened.Name);
    }

    public async Task<IActionResult> OnPostSign(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        var wrong = new Dictionary<string, string>();
        var day = Day(SignedOn, "signedOn", wrong);
        var scan = await Read(wrong, cancel);
        return Answer(
            wrong.Count > 0
                ? Problems(wrong)
                : await sign.Sign(new SignedConsent(id, Purpose!.Value, day, Purpose == ConsentPurpose.Transfer ? RecipientId : null, Representative, scan), cancel),
            "Согласие записано.");
    }

    public async Task<IActionResult> OnPostName(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        var wrong = new Dictionary<string, string>();
        var day = Day(SignedOn, "signedOn", wrong);
        return Answer(wrong.Count > 0 ? Problems(wrong) : await name.Name(new ConsentNaming(id, day, RecipientId), cancel), "Получатель согласия указан.");
    }

    public async Task<IActionResult> OnPostWithdraw(long id, CancellationToken cancel)
    {
        IsWithdrawing = true;
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        var wrong = new Dictionary<string, string>();
        var day = Day(WithdrawnOn, "withdrawnOn", wrong);
        return Answer(
            wrong.Count > 0 ? Problems(wrong) : await withdraw.Withdraw(new ConsentWithdrawal(id, Purpose!.Value, day, Reason), cancel),
            "Согласие отозвано.");
    }

    private async Task<AcceptedFile?> Read(Dictionary<string, string> wrong, CancellationToken cancel)
    {
        if (Scan is not { } file)
        {
            return null;
        }

        try
        {
            return await file.Accept(cancel);
        }
        catch (RuleViolation refusal)
        {
            wrong["scan"] = refusal.Message;
            return null;
        }
    }

    private static CardAnswer Problems(Dictionary<string, string> problems) => new(null, problems, null, []);

    private IActionResult Answer(CardAnswer? answer, string done)
    {
        if (answer is null)
        {
            return NotFound();
        }

        if (answer.IsWritten)
        {
            this.TellDone(done);
            return Redirect(CardPath(answer.EnrolmentId!.Value));
        }

        problems = answer.Problems;
        return Answer(answer, done, key => $"{char.ToUpperInvariant(key[0])}{key[1..]}");
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (!await ReadCard(id, cancel) || (Request.Method == HttpMethods.Post && !(Purpose is { } purpose && Consents().Any(line => line.Code == purpose))))
        {
            return false;
        }

        Recipients = await recipients.List(cancel);
        Recipient = await known.Find(Form.PersonId, cancel);
        Live = await documents.Find(Form.PersonId, cancel);
        return true;
    }
}
