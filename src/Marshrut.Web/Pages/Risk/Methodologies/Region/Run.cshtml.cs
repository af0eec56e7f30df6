using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Risk;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Jobs;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

/// <summary>How far the determination of risk over the organisations of the region is.</summary>
public sealed class RunModel(ShowJob show, StopJob stop, Workplace workplace, TimeProvider clock) : WatchedRun(show, stop, clock, AssessWork.Name)
{
    public override string Results => $"/r/{workplace.RegionCode}/methodology";

    protected override string Words(long done, long total) => $"Сделано организаций: {Russian.Number(done)} из {Russian.Number(total)}";
}
