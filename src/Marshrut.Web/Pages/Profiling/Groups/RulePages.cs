using Marshrut.Core.Profiling.Groups;
using Marshrut.Rules.Language;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Profiling.Groups;

/// <summary>A page with the builder of a rule (<c>_Rule.cshtml</c>): conditions come, go and are joined, and after each change it is tried anew.</summary>
public abstract class RulePages(Workplace workplace, ListRuleChoices choices) : GroupPages(workplace, choices)
{
    /// <summary>In place of a code: something that is not there yet.</summary>
    public const string New = "new";

    [BindProperty]
    public RuleDraft Rule { get; set; } = RuleDraft.Empty();

    /// <summary>How many conditions are not finished and so do not count yet.</summary>
    public int Unfinished { get; private set; }

    /// <summary>Of the finished conditions, by place: how many each finds by itself; empty where that is not counted.</summary>
    public IReadOnlyDictionary<(int Block, int Term), int> Alone { get; protected set; } = new Dictionary<(int, int), int>();

    /// <summary>Address of the page.</summary>
    public abstract string Here { get; }

    public string Handler(string name) => $"{Here}?handler={name}";

    public IReadOnlyList<RuleChoice> Choices(RuleField field) => field.Choices ?? Open.GetValueOrDefault(field.Code) ?? [];

    /// <summary>The fields that mean something here, under their headings.</summary>
    public IReadOnlyList<SelectListItem> FieldItems(TermDraft term)
    {
        var headings = Enum.GetValues<RuleSection>().ToDictionary(section => section, section => new SelectListGroup { Name = RuleFields.Title(section) });
        return
        [
            .. RuleFields.All.Where(field => Offers(field) || field.Code == term.Field)
                .Select(field => new SelectListItem(field.Title, field.Code, field.Code == term.Field) { Group = headings[field.Section] }),
        ];
    }

    public static IReadOnlyList<SelectListItem> OperatorItems(RuleField field, RuleOperator chosen) =>
        [.. field.Operators.Select(compared => new SelectListItem(compared.Title(field), compared.ToString(), compared == chosen))];

    /// <summary>What the summary of a list of boxes says: «Выбраны 3».</summary>
    public string ChosenWords(TermDraft term, RuleField field)
    {
        var titles = Choices(field).Where(choice => term.Values.Contains(choice.Code)).Select(choice => choice.Title).ToList();
        return titles.Count switch
        {
            0 => "выберите",
            1 => titles[0],
            _ => $"{Russian.Plural(titles.Count, "выбрано", "выбраны", "выбрано")} {titles.Count}",
        };
    }

    /// <summary>Something was changed: count again.</summary>
    public Task<IActionResult> OnPostRefresh(string code, CancellationToken cancel) => Change(code, () => { }, cancel);

    public Task<IActionResult> OnPostAddTerm(string code, int block, CancellationToken cancel) => Change(code, () => Rule.Blocks.ElementAtOrDefault(block)?.Terms.Add(new TermDraft()), cancel);

    public Task<IActionResult> OnPostAddBlock(string code, CancellationToken cancel) => Change(code, () => Rule.Blocks.Add(new BlockDraft { Terms = [new TermDraft()] }), cancel);

    public Task<IActionResult> OnPostRemoveTerm(string code, int block, int term, CancellationToken cancel) => Change(
        code,
        () =>
        {
            if (Rule.Blocks.ElementAtOrDefault(block) is { } from && term >= 0 && term < from.Terms.Count)
            {
                from.Terms.RemoveAt(term);
                if (from.Terms.Count == 0 && Rule.Blocks.Count > 1)
                {
                    Rule.Blocks.RemoveAt(block);
                }
            }
        },
        cancel);

    /// <summary>May this page's rule ask about it?</summary>
    protected virtual bool Offers(RuleField field) => (ShowsRisk || field.Section != RuleSection.Risk) && (HandsOver || field.Section != RuleSection.HandOver);

    /// <returns>False: there is no such thing here.</returns>
    protected abstract Task<bool> Load(string code, CancellationToken cancel);

    /// <summary>Counts what the rule finds.</summary>
    protected abstract Task Try(CancellationToken cancel);

    /// <summary>The finished conditions; null: there are none to try, or too many.</summary>
    protected (GroupRule Rule, IReadOnlyList<(int Block, int Term)> Places)? Tidied()
    {
        var (rule, places) = Rule.Finished();
        Unfinished = Rule.Blocks.Sum(block => block.Terms.Count) - places.Count;
        return places.Count is 0 or > GroupRule.MostTerms ? null : (rule, places);
    }

    /// <summary>The form comes back as it was, with one thing changed.</summary>
    private async Task<IActionResult> Change(string code, Action change, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        Rule.Tidy();
        change();
        if (Rule.Blocks.Count == 0)
        {
            Rule = RuleDraft.Empty();
        }

        ModelState.Clear();
        await Try(cancel);
        return Page();
    }
}
