using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Platform;
using Marshrut.Core.Risk.Decisions;
using Marshrut.Core.Risk.Results;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk;

/// <summary>«Изменить уровень…» for one person or some: level, reason.</summary>
public sealed class OverrideModel(ChosenPeople chosen, OverrideAssessments change, Workplace workplace) : PageModel
{
    public long[] Ids { get; private set; } = [];

    public OverrideForm Input { get; set; } = new();

    public IReadOnlyList<ChosenPerson> People { get; private set; } = [];

    /// <summary>Enrolment of the card that led here; null: a list did.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Card { get; set; }

    public string Results => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/risk";

    public string PersonWord => Register.PeopleWords.Person(workplace);

    /// <summary>Where «Отменить» leads.</summary>
    public string Back => Card is { } card ? PersonLinks.Card(workplace.OrganizationCode, card) : Results;

    /// <summary>From a card: one person by address.</summary>
    public Task<IActionResult> OnGet(long[] ids, CancellationToken cancel) => Choose(ids, cancel);

    /// <summary>From a list: the boxes that are ticked.</summary>
    public Task<IActionResult> OnPostChoose(long[] ids, CancellationToken cancel) => Choose(ids, cancel);

    public async Task<IActionResult> OnPost(long[] ids, [Bind(Prefix = "Input")] OverrideForm input, CancellationToken cancel)
    {
        Input = input;
        await Load(ids, cancel);
        if (People.Count == 0)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        try
        {
            var count = await change.Override(new LevelDecision(Ids, input.Level!.Value, input.Reason), cancel);
            this.TellDone($"{Russian.Plural(count, "Изменён", "Изменены", "Изменено")} {Russian.Count(count, "уровень", "уровня", "уровней")}. Причина записана в историю.");
            return Redirect(Card is null ? Results + "?tab=overridden" : Back);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, refusal.Code == "no-reason" ? "Input.Reason" : "");
        }
    }

    private async Task<IActionResult> Choose(long[] ids, CancellationToken cancel)
    {
        if (ids.Length == 0)
        {
            this.TellRefused("Никто не выбран. Отметьте людей в списке.");
            return Redirect(Back);
        }

        await Load(ids, cancel);
        if (People.Count == 0)
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = new OverrideForm { Level = People.All(person => person.IsHigh) ? RiskLevel.NotHigh : People.All(person => !person.IsHigh) ? RiskLevel.High : null };
        return Page();
    }

    private async Task Load(long[] ids, CancellationToken cancel)
    {
        Ids = [.. ids.Distinct()];
        People = await chosen.Find(Ids, cancel);
    }

    public sealed class OverrideForm
    {
        [Display(Name = "Новый уровень")]
        [Required(ErrorMessage = "Выберите уровень")]
        public RiskLevel? Level { get; set; }

        [Display(Name = "Причина")]
        [Required(ErrorMessage = Core.Platform.Reason.Asked)]
        [StringLength(Core.Platform.Reason.Longest, ErrorMessage = "Причина длиннее тысячи знаков. Оставьте главное")]
        public string Reason { get; set; } = "";
    }
}
