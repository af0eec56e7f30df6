using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Profiling.Campaigns;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.SeePeople)
        .Page("New", Permission.EditPeople)
        .Page("Codes", Permission.EditPeople)
        .Section(28, "/o/{org}/campaigns", "message-2", "Опросы");
}
