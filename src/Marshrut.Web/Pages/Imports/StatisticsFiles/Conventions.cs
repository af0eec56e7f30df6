using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Imports.StatisticsFiles;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InRegion(Permission.ImportStatistics)
        .Section(30, "/r/{region}/statistics", "chart-bar", "Статистика");
}
