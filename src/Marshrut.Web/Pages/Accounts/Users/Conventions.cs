using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Accounts.Users;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InInstallation(Permission.Administer)
        .Section(30, "/admin/users", "users", "Пользователи");
}
