using Marshrut.Core.Platform;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Groups;

/// <summary>The builder of a group's rule: conditions, how they are joined, and at once how many they find.</summary>
public sealed class EditModel(Workplace workplace, ListRuleChoices choices, ListGroups groups, TryRule trial, SaveGroup save) : RulePages(workplace, choices)
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public bool IsShared { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Null: a new group.</summary>
    public GroupLine? Group { get; private set; }

    public bool IsNew => Group?.OwnId is null;

    /// <summary>May the group itself be changed, or only another be made of it?</summary>
    public bool MayChange => Group is { OwnId: not null } group && (group.IsMine || MayRule);

    public RuleTrial? Found { get; private set; }

    public string Heading => MayChange ? Group!.Title : "Новая группа";

    public override string Here => Group is { } group ? EditHref(group) : $"{Path}/{New}";

    public string Context => Group is null || MayChange ? "Отметьте условия — сразу видно, скольких они находят" : $"По образцу «{Group.Title}». Отметьте условия — сразу видно, скольких они находят";

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

    protected override async Task<bool> Load(string code, CancellationToken cancel)
    {
        await LoadChoices(cancel);
        if (code == New)
        {
            return true;
        }

        Group = await groups.Find(code, UserId, cancel);
        return Group is not null;
    }

    protected override async Task Try(CancellationToken cancel)
    {
        if (Tidied() is not { } rule)
        {
            return;
        }

        Found = await trial.Try(rule.Rule, cancel);
        Alone = rule.Places.Zip(Found.Conditions).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
