using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Cabinet.Cvs;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder.InOrganization(Permission.SeePeople);
}
