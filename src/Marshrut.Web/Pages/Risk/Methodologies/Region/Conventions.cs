using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InRegion(Permission.SeeMethodology)
        .Page("Sandbox", Permission.EditMethodology)
        .Page("Edit", Permission.EditMethodology)
        .Page("Activate", Permission.EditMethodology)
        .Page("Determine", Permission.EditMethodology)
        .Page("Run", Permission.EditMethodology)
        .Section(20, "/r/{region}/methodology", "scale", "Методика");
}
