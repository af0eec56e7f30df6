using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Accounts;
using Marshrut.Core.Register.Editing;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>«Внести сведение»: first which, then what. The choice goes by post: an address must not tell what is known of whom.</summary>
public sealed class AddFactModel(Workplace workplace, Moments moments, ReadCardForm forms, EnterFact enter) : KnownCardEditing(workplace, moments, forms)
{
    [BindProperty]
    public FactCode? Fact { get; set; }

    [BindProperty]
    public FactValue? Value { get; set; }

    [BindProperty]
    [Display(Name = "Документ")]
    public string? Document { get; set; }

    [BindProperty]
    [Display(Name = "Дата документа")]
    public string? ValidFrom { get; set; }

    [BindProperty]
    [Display(Name = "Действует до")]
    public string? ValidTo { get; set; }

    /// <summary>Null: not chosen yet.</summary>
    public FactChoice? Choice { get; private set; }

    public IEnumerable<FactChoice> Choices => FactChoices.All.Where(MayEnter);

    public bool LacksConsent(FactChoice choice) => choice.Sensitivity == Sensitivity.Special && Form.HealthConsentOn is null;

    public bool MayWriteLimits => Form.HealthConsentOn is not null && Workplace.Can(Permission.SeeSpecial);

    public string? ProblemOf(string field) => ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await ReadCard(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostChoose(long id, CancellationToken cancel)
    {
        if (!await ReadCard(id, cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        Choice = Choices.FirstOrDefault(choice => choice.Fact == Fact && !LacksConsent(choice));
        See(Form.Seen);
        return Choice is null ? Answer(new CardAnswer(null, new Dictionary<string, string> { [""] = "Выберите, о чём сведение." }, null, []), "", key => key) : Page();
    }

    public async Task<IActionResult> OnPost(long id, CancellationToken cancel)
    {
        if (!await ReadCard(id, cancel))
        {
            return NotFound();
        }

        Choice = Choices.FirstOrDefault(choice => choice.Fact == Fact);
        var problems = new Dictionary<string, string>();
        var (from, to) = (Day(ValidFrom, "validFrom", problems), Day(ValidTo, "validTo", problems));
        var answer = problems.Count > 0
            ? new CardAnswer(null, problems, null, [])
            : await enter.Enter(new FactByHand(id, Choice?.Fact, Value, Document, from, to, Reason, SeenCard), cancel);
        return Answer(answer, "Сведение внесено.", key => $"{char.ToUpperInvariant(key[0])}{key[1..]}");
    }

    private bool MayEnter(FactChoice choice) => choice.Sensitivity switch
    {
        Sensitivity.Ordinary => true,
        Sensitivity.Special => Workplace.Can(Permission.SeeSpecial),
        _ => Form.HoldsRestricted,
    };
}
