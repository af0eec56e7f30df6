using System.Globalization;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Risk.Sandbox;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Profiling.Groups;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Risk.Methodologies.Own;

/// <summary>An added characteristic: its rule by the same builder as a group's, and at once whom it meets and who would enter.</summary>
public sealed class AddedModel(Workplace workplace, ListRuleChoices choices, ListAdded list, TryMethodology trial, AdoptAdded adopt, EnqueueJob enqueue) : RulePages(workplace, choices)
{
    private const int UsualWeight = 1;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? ShortName { get; set; }

    [BindProperty]
    public int? Weight { get; set; } = UsualWeight;

    [BindProperty]
    public bool Enabled { get; set; } = true;

    [BindProperty]
    public string? RemovedBy { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public AddedList List { get; private set; } = null!;

    /// <summary>Null: a new one.</summary>
    public AddedCharacteristic? Known { get; private set; }

    public MethodologyTrial? Trial { get; private set; }

    /// <summary>Of <see cref="Trial"/>: the characteristic itself.</summary>
    public TrialCharacteristic? Meets => Trial?.ByCharacteristic.FirstOrDefault(row => row.Characteristic.Number == Number);

    public string Methodology => Organization + "/methodology";

    public override string Here => $"{Methodology}/added/{Known?.Number.ToString(CultureInfo.InvariantCulture) ?? New}";

    public string Heading => Known?.Title ?? "Своя характеристика";

    private int Number => Known?.Number ?? new Supplement([.. List.Added]).NextNumber;

    public async Task<IActionResult> OnGet(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        Seen = List.Number;
        if (Known is { } known)
        {
            (Rule, Title, ShortName, Weight, Enabled, RemovedBy) = (RuleDraft.Of(known.Rule), known.Title, known.ShortName, known.Weight, known.Enabled, known.RemovedBy);
        }

        Rule.Tidy();
        await Try(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAdopt(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        Rule.Tidy();
        try
        {
            await adopt.Adopt(Input(Rule.Rule()), cancel);
        }
        catch (RuleViolation refusal)
        {
            ModelState.Clear();
            if (refusal.Code == "supplement-changed")
            {
                Seen = List.Number;
            }

            await Try(cancel);
            return this.NotTaken(refusal, refusal.Code == "no-reason" ? "Reason" : "");
        }

        var run = await enqueue.Enqueue(AssessWork.Name, new AssessOrder(FinalYearOnly: false), cancel);
        this.TellDone("Введено с сегодняшнего дня. Уровни определяются заново: решения о тех, у кого ничего не изменилось, останутся.");
        return Redirect(FormattableString.Invariant($"{Organization}/risk/runs/{run}"));
    }

    protected override bool Offers(RuleField field) => Supplement.MayAsk(field);

    protected override async Task<bool> Load(string code, CancellationToken cancel)
    {
        await LoadChoices(cancel);
        List = await list.List(cancel);
        if (code == New)
        {
            return true;
        }

        Known = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? List.Added.FirstOrDefault(one => one.Number == number) : null;
        return Known is not null;
    }

    protected override async Task Try(CancellationToken cancel)
    {
        if (Tidied() is not { } rule)
        {
            return;
        }

        // Names do not matter to a trial; unfinished ones must not stand in its way.
        var input = Input(rule.Rule) with { Title = "Проба", ShortName = $"проба {Number}", Weight = Math.Clamp(Weight ?? UsualWeight, 0, 99) };
        try
        {
            Trial = await trial.Try(null, AdoptAdded.Change(new Supplement([.. List.Added]), input), cancel);
        }
        catch (RuleViolation refusal)
        {
            ModelState.AddModelError("", refusal.Message);
        }
    }

    private AddedInput Input(GroupRule rule) => new(Known?.Number, Title, ShortName, rule, Words(rule), Weight ?? -1, Enabled, RemovedBy, Reason, Seen);
}
