using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Transfers.Queue;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.AnswerTransfers)
        .Section(15, "/o/{org}/queue", "inbox", "Очередь передач");
}
