using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Profiling.Groups;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Groups;

/// <param name="Id">Null: a new one.</param>
/// <param name="UserId">Who saves it.</param>
/// <param name="MayRule">Heads the organisation, and so may change what colleagues share.</param>
/// <param name="SeenVersion">Of the group that the form was filled in for.</param>
public sealed record GroupInput(long? Id, string? Title, GroupRule Rule, bool IsShared, long UserId, bool MayRule, int SeenVersion = 0);

/// <summary>Saves a new client group or a changed one.</summary>
public sealed class SaveGroup(MarshrutDb db) : IUseCase
{
    public const int LongestTitle = 100;

    /// <summary>A list of more is no list.</summary>
    public const int MostGroups = 200;

    /// <returns>Null: there is no such group for this user.</returns>
    /// <exception cref="RuleViolation"><c>rule-wrong</c>, <c>title-missing</c>, <c>title-long</c>, <c>title-known</c>, <c>group-changed</c>, <c>not-author</c>, <c>many-groups</c>.</exception>
    public async Task<long?> Save(GroupInput input, CancellationToken cancel)
    {
        if (RuleProblems.Of(input.Rule) is [var problem, ..])
        {
            throw new RuleViolation("rule-wrong", problem.Message);
        }

        var title = Spaces.Collapse(input.Title ?? "");
        if (title.Length is 0 or > LongestTitle)
        {
            throw title.Length == 0
                ? new RuleViolation("title-missing", "Назовите группу: «Четвёртый курс без практики».")
                : new RuleViolation("title-long", $"Название не длиннее {LongestTitle} знаков. Оставьте главное.");
        }

        var group = input.Id is { } id ? await db.ClientGroups.FirstOrDefaultAsync(row => row.Id == id && (row.IsShared || row.AuthorId == input.UserId), cancel) : null;
        if (group is null && input.Id is not null)
        {
            return null;
        }

        if (group is not null && group.AuthorId != input.UserId && !input.MayRule)
        {
            throw new RuleViolation("not-author", "Общую группу меняет тот, кто её сделал, или руководитель. Сохраните свою: нажмите «Сохранить как новую».");
        }

        if (group is not null && group.Version != input.SeenVersion)
        {
            throw Changed();
        }

        var seen = await db.ClientGroups.Where(row => row.IsShared || row.AuthorId == input.UserId).Select(row => new { row.Id, row.Title }).ToListAsync(cancel);
        if (seen.Any(row => row.Id != input.Id && string.Equals(row.Title, title, StringComparison.OrdinalIgnoreCase)) || ReadyGroups.All.Any(ready => string.Equals(ready.Title, title, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RuleViolation("title-known", $"Группа «{title}» уже есть. Назовите иначе.");
        }

        if (group is null && seen.Count >= MostGroups)
        {
            throw new RuleViolation("many-groups", $"Групп уже {MostGroups}. Удалите те, которыми не пользуетесь.");
        }

        var what = group is null ? "added" : "changed";
        if (group is null)
        {
            group = new ClientGroup { Id = db.Ids.Take(), OrganizationId = db.Scope.OrganizationId, AuthorId = input.UserId, Title = title, Rule = RuleText.Of(input.Rule), IsShared = input.IsShared };
            db.ClientGroups.Add(group);
        }
        else
        {
            (group.Title, group.Rule, group.IsShared) = (title, RuleText.Of(input.Rule), input.IsShared);
            group.Version++;
        }

        db.Audit(new AuditDraft(group.OrganizationId, AuditActions.GroupsChanged, "client-group", group.Id, Details: new { what, title, shared = group.IsShared, rule = group.Rule }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Changed();
        }

        return group.Id;
    }

    private static RuleViolation Changed() => new("group-changed", "Пока вы правили группу, её изменили. Проверьте условия и сохраните ещё раз.");
}
