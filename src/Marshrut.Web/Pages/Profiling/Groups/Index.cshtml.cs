using Marshrut.Core.Accounts;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Groups;

/// <summary>«Группы»: parts of the people by rules, with live counts.</summary>
public sealed class IndexModel(Workplace workplace, ListRuleChoices choices, ListGroups groups, CountGroups count, RemoveGroup remove) : GroupPages(workplace, choices)
{
    public IReadOnlyList<(GroupLine Line, GroupFigures Figures)> Own { get; private set; } = [];

    public IReadOnlyList<(GroupLine Line, GroupFigures Figures)> Ready { get; private set; } = [];

    public bool MayChange(GroupLine line) => MayEdit && (line.IsMine || MayRule);

    public async Task OnGet(CancellationToken cancel) => await Load(cancel);

    [Requires(Permission.EditPeople)]
    public Task<IActionResult> OnPostRemove(long id, CancellationToken cancel) => this.Act(
        () => Load(cancel), async () => await remove.Remove(id, UserId, MayRule, cancel) is not null, "Группа удалена. Её люди остались в реестре.", Path);

    private async Task<bool> Load(CancellationToken cancel)
    {
        await LoadChoices(cancel);
        var lines = await groups.List(UserId, cancel);
        var figures = await count.Count([.. lines.Select(line => line.Rule)], cancel);
        var all = lines.Zip(figures).ToList();
        Own = [.. all.Where(pair => pair.First.OwnId is not null)];
        Ready = [.. all.Where(pair => pair.First.OwnId is null)];
        return true;
    }
}
