using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Register.Consents;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.SendTransfers)
        .Page("Change", Permission.EditConsentTexts)
        .Section(42, "/o/{org}/consents", "file-check", "Согласия");
}
