using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Accounts.Journal;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InInstallation(Permission.Administer)
        .Section(60, "/admin/audit", "history", "Журнал");
}
