using Marshrut.Core.Platform;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Rules.Language;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Profiling.Groups;

/// <summary>The builder of a group's rule: conditions, how they are joined, and at once how many they find.</summary>
public sealed class EditModel(Workplace workplace, ListRuleChoices choices, ListGroups groups, TryRule trial, SaveGroup save) : GroupPages(workplace, choices)
{
    /// <summary>In place of a code: a group that is not there yet.</summary>
    public const string New = "new";

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public bool IsShared { get; set; }

    [BindProperty]
    public RuleDraft Rule { get; set; } = RuleDraft.Empty();

    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Null: a new group.</summary>
    public GroupLine? Group { get; private set; }

    public bool IsNew => Group?.OwnId is null;

    /// <summary>May the group itself be changed, or only another be made of it?</summary>
    public bool MayChange => Group is { OwnId: not null } group && (group.IsMine || MayRule);

    public RuleTrial? Found { get; private set; }

    /// <summary>How many conditions are not finished and so do not count yet.</summary>
    public int Unfinished { get; private set; }

    public string Heading => MayChange ? Group!.Title : "Новая группа";

    public string Context => Group is null || MayChange ? "Отметьте условия — сразу видно, скольких они находят" : $"По образцу «{Group.Title}». Отметьте условия — сразу видно, скольких они находят";

    public string Here => Group is { } group ? EditHref(group) : $"{Path}/{New}";

    /// <summary>Of the finished conditions, by place: how many each finds by itself.</summary>
    public IReadOnlyDictionary<(int Block, int Term), int> Alone { get; private set; } = new Dictionary<(int, int), int>();

    public IReadOnlyList<RuleChoice> Choices(RuleField field) => field.Choices ?? Open.GetValueOrDefault(field.Code) ?? [];

    /// <summary>The fields that mean something here, under their headings.</summary>
    public IReadOnlyList<SelectListItem> FieldItems(TermDraft term)
    {
        var headings = Enum.GetValues<RuleSection>().ToDictionary(section => section, section => new SelectListGroup { Name = RuleFields.Title(section) });
        return
        [
            .. RuleFields.All
                .Where(field => (ShowsRisk || field.Section != RuleSection.Risk) && (HandsOver || field.Section != RuleSection.HandOver) || field.Code == term.Field)
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

    public async Task<IActionResult> OnGet(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        if (Group is { } group)
        {
            (Rule, Seen, IsShared, Title) = (RuleDraft.Of(group.Rule), group.Version, group.IsShared && !IsNew, MayChange ? group.Title : null);
            Rule.Tidy();
        }

        await Try(cancel);
        return Page();
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

    public Task<IActionResult> OnPostSave(string code, CancellationToken cancel) => Save(code, asNew: false, cancel);

    public Task<IActionResult> OnPostSaveAsNew(string code, CancellationToken cancel) => Save(code, asNew: true, cancel);

    private async Task<IActionResult> Save(string code, bool asNew, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        Rule.Tidy();
        try
        {
            var id = asNew || IsNew ? null : Group!.OwnId;
            if (await save.Save(new GroupInput(id, Title, Rule.Rule(), IsShared, UserId, MayRule, Seen), cancel) is null)
            {
                return NotFound();
            }

            this.TellDone(id is null ? "Группа сохранена. Ею можно отобрать людей в списке." : "Группа изменена.");
            return Redirect(Path);
        }
        catch (RuleViolation refusal)
        {
            ModelState.Clear();
            Seen = Group?.Version ?? 0;
            await Try(cancel);
            return this.NotTaken(refusal);
        }
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

    private async Task<bool> Load(string code, CancellationToken cancel)
    {
        await LoadChoices(cancel);
        if (code == New)
        {
            return true;
        }

        Group = await groups.Find(code, UserId, cancel);
        return Group is not null;
    }

    private async Task Try(CancellationToken cancel)
    {
        var (rule, places) = Rule.Finished();
        Unfinished = Rule.Blocks.Sum(block => block.Terms.Count) - places.Count;
        if (places.Count is 0 or > GroupRule.MostTerms)
        {
            return;
        }

        Found = await trial.Try(rule, cancel);
        Alone = places.Zip(Found.Conditions).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
