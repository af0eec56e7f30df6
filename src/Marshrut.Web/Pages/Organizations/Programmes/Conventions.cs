using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Organizations.Programmes;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InRegion(Permission.SeeMethodology)
        .Section(40, "/r/{region}/programmes", "book", "Направления");
}
