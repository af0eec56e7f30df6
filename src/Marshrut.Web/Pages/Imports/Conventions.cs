using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Imports;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.ImportRegister)
        .Section(30, "/o/{org}/import", "file-import", "Импорт");
}
