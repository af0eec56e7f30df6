using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Register.Journal;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.SeeJournal)
        .Section(110, "/o/{org}/journal", "history", "Журнал", group: "Настройка");
}
