using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Transfers;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.SendTransfers)
        .Section(45, "/o/{org}/transfers", "send", "Передачи");
}
