using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Organizations.Today;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.SeeDesk)
        .Section(10, "/o/{org}", "sun", "Сегодня");
}
