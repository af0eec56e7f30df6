using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Cases.Plans.Catalogue;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InRegion(Permission.SeeMethodology)
        .Page("Measure", Permission.EditMethodology)
        .Page("Set", Permission.EditMethodology)
        .Section(22, "/r/{region}/measures", "list-check", "Меры и планы");
}
