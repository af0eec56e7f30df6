using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Accounts.Own;

public sealed class Conventions : IFolderConventions
{
    public void Describe(FolderDescription folder) => folder.InAccount();
}
