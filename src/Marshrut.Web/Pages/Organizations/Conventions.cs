using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Organizations;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InInstallation(Permission.Administer)
        .Section(10, "/admin/organizations", "building", "Организации")
        .Section(20, "/admin/districts", "map-pin", "Районы");
}
