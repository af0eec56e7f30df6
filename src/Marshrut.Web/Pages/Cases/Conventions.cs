using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Cases;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.WorkCases)
        .Section(12, "/o/{org}/morning", "phone", "Моё утро")
        .Section(17, "/o/{org}/cases", "user-heart", "Сопровождение");
}
