using Marshrut.Core.Profiling.Groups;
using Marshrut.Rules.Profiling;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Profiling.Groups;

/// <summary>A part of the people that an address names: a client group, a stage, or both.</summary>
/// <param name="InGroup">Studies; null: no group is named.</param>
/// <param name="AtStage">Studies; null: no stage is named.</param>
public sealed record Circle(string? GroupWords = null, IReadOnlySet<long>? InGroup = null, string? StageWords = null, IReadOnlySet<long>? AtStage = null)
{
    public static Circle Everybody { get; } = new();

    /// <summary>Null: whoever it is.</summary>
    public IReadOnlySet<long>? Only => (InGroup, AtStage) switch
    {
        (null, var stage) => stage,
        (var group, null) => group,
        var (group, stage) => group.Where(stage.Contains).ToHashSet(),
    };

    public Circle WithoutGroup() => this with { GroupWords = null, InGroup = null };

    public Circle WithoutStage() => this with { StageWords = null, AtStage = null };
}

/// <summary>Finds who belongs to the circle of an address; every list of people is narrowed by it.</summary>
public sealed class FindCircle(Workplace workplace, ListGroups groups, FindMembers members)
{
    /// <summary>Names in addresses.</summary>
    public const string GroupName = "circle";

    /// <inheritdoc cref="GroupName"/>
    public const string StageName = "stage";

    private static readonly HashSet<long> nobody = [];

    /// <summary>The circle that an address names.</summary>
    public Task<Circle> Find(IQueryCollection query, CancellationToken cancel) => Find(query[GroupName], query[StageName], cancel);

    /// <param name="group">Code of a group; one that is no more finds nobody and says so.</param>
    /// <param name="stage">Code of a stage; an unknown one is left out.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Circle> Find(string? group, string? stage, CancellationToken cancel)
    {
        var circle = Circle.Everybody;
        if (!string.IsNullOrEmpty(group))
        {
            var line = await groups.Find(group, workplace.User!.Id, cancel);
            circle = circle with { GroupWords = line?.Title ?? "этой группы больше нет", InGroup = line is null ? nobody : await members.Find(line.Rule, null, cancel) };
        }

        return RouteStages.Find(stage) is { } known
            ? circle with { StageWords = RouteStages.Title(known), AtStage = await members.Find(null, known, cancel) }
            : circle;
    }

    /// <summary>The groups to choose from: own and shared ones before the ready ones.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Items(string? chosen, CancellationToken cancel)
    {
        var (own, ready) = (new SelectListGroup { Name = "Свои и общие" }, new SelectListGroup { Name = "Готовые" });
        return [.. (await groups.List(workplace.User!.Id, cancel)).Select(line => new SelectListItem(line.Title, line.Code, line.Code == chosen) { Group = line.OwnId is null ? ready : own })];
    }
}
