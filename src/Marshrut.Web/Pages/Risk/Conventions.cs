using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Risk;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.DetermineRisk)
        .Page("Override", Permission.ConfirmRisk)
        .Section(40, "/o/{org}/risk", "gauge", "Определение риска");
}
