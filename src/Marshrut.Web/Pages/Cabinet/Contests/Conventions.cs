using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Cabinet.Contests;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.EditPeople)
        .Section(27, "/o/{org}/contests", "alert-circle", "Обращения");
}
