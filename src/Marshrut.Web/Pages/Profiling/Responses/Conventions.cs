using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Profiling.Responses;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.SeePeople)
        .Page("Choose", Permission.EditPeople)
        .Page("Fill", Permission.EditPeople);
}
