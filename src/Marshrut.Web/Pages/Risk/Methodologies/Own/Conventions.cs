using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Risk.Methodologies.Own;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.SeeMethodology)
        .Page("Sandbox", Permission.DetermineRisk)
        .Page("Added", Permission.AdoptCharacteristics)
        .Section(100, "/o/{org}/methodology", "scale", "Методика", group: "Настройка");
}
