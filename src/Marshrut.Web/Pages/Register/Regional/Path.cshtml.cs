using Marshrut.Core.Register.Regional;
using Marshrut.Rules.Figures;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Register.Regional;

/// <summary>How the way is divided.</summary>
public enum PathBy
{
    Organizations,
    Districts,
    Programmes,
    Centres,
}

/// <param name="Of">What its share is of; null: the first.</param>
public sealed record PathStage(string Title, ShownCount Count, ShownCount? Of, bool IsHigh = false, bool IsGood = false);

/// <summary>The way to work over the region: from the determination to the outcome, in sums that lead to nobody.</summary>
public sealed class PathModel(CountRegion count, Workplace workplace, Moments moments) : PageModel
{
    /// <summary>A share that is lower than the region's by so many points is pointed at.</summary>
    public const int LowByPoints = 9;

    [BindProperty(SupportsGet = true)]
    public PathBy By { get; set; }

    public RegionOverview Region { get; private set; } = null!;

    public string Place => $"/r/{workplace.RegionCode}/path";

    public string CountedAt => moments.Written(Region.CountedAt);

    public IReadOnlyList<PathStage> Stages => StagesOf(Region.Study.Total);

    /// <summary>The step on which most are left behind; null: it is hidden, or nobody is.</summary>
    public (PathStage Stage, int Left)? Loss => Stages.Skip(3).Where(stage => stage.Count.IsShown && stage.Of is { IsShown: true } of && of.Value > stage.Count.Value)
        .Select(stage => ((PathStage, int)?)(stage, stage.Of!.Value.Value - stage.Count.Value)).MaxBy(loss => loss!.Value.Item2);

    public static IReadOnlyList<PathStage> StagesOf(RegionCells cells) =>
    [
        new("Определён", cells.Assessed, null),
        new("Высокий", cells.High, cells.Assessed, IsHigh: true),
        new("Подтверждён", cells.Confirmed, cells.High, IsHigh: true),
        new("Согласие", cells.Stages.Consented, cells.Confirmed),
        new("Переданы", cells.Stages.Handed, cells.Stages.Consented),
        new("Приняты", cells.Stages.Accepted, cells.Stages.Handed),
        new("План", cells.Stages.Planned, cells.Stages.Accepted),
        new("Результат", cells.Stages.Ended, cells.Stages.Accepted, IsGood: true),
    ];

    /// <summary>The share of a stage is so much lower than the region's that the organisation is asked why. Nothing is said where a number is hidden.</summary>
    public bool IsLow(PathStage stage, int place) =>
        place > 1 && Share(stage) is { } own && Share(Stages[place]) is { } region && region - own >= LowByPoints;

    /// <summary>Of a hidden number none; more people can be handed over than are confirmed with a consent today, and then a share says nothing.</summary>
    public static double? Share(PathStage stage) =>
        stage.Count.IsShown && stage.Of is { IsShown: true, Value: > 0 } of && stage.Count.Value <= of.Value ? 100.0 * stage.Count.Value / of.Value : null;

    public async Task OnGet(CancellationToken cancel) => Region = await count.Count(cancel);
}
