using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Risk;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Jobs;

namespace Marshrut.Web.Pages.Risk;

/// <summary>How far the determination of risk is.</summary>
public sealed class RunModel(ShowJob show, StopJob stop, Workplace workplace, TimeProvider clock) : WatchedRun(show, stop, clock, AssessWork.Name)
{
    public override string Results => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/risk";

    protected override string Words(long done, long total) => $"Уровень определён у {Russian.Number(done)} из {Russian.Number(total)}";
}
