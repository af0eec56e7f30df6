using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Agreements;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder
        .InOrganization(Permission.SeeAgreements)
        .Page("Add", Permission.EditAgreements)
        .Page("Change", Permission.EditAgreements)
        .Page("End", Permission.EditAgreements)
        .Section(50, "/o/{org}/agreements", "signature", "Соглашения");
}
