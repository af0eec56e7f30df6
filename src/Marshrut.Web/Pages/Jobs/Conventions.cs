using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Jobs;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InInstallation(Permission.Administer)
        .Section(40, "/admin/jobs", "progress", "Работы");
}
