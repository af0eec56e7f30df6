using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Register.Regional;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InRegion(Permission.SeeRegion)
        .Section(10, "/r/{region}", "chart-bar", "Сводка")
        .Section(12, "/r/{region}/path", "route", "Путь до работы")
        .Section(14, "/r/{region}/readiness", "list-check", "Готовность");
}
