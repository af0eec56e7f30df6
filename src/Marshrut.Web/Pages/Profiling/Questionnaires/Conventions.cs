using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Profiling.Questionnaires;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.SeePeople)
        .Page("Edit", Permission.EditPeople)
        .Page("Question", Permission.EditPeople)
        .Section(27, "/o/{org}/questionnaires", "forms", "Анкеты");
}
