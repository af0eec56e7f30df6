using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Profiling.Groups;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.SeePeople)
        .Page("Edit", Permission.EditPeople)
        .Section(26, "/o/{org}/groups", "users-group", "Группы");
}
