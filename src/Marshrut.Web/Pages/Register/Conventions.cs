using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Register;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.SeePeople)
        .Page("Print", Permission.ExportPeople)
        .Section(20, "/o/{org}/students", "users", PeopleWords.Students, inSchool: PeopleWords.Pupils, inCentre: PeopleWords.Others);
}
