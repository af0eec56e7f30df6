using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Notifications;

public sealed class Conventions : IFolderConventions
{
    public const string Path = "/account/notices";

    public void Describe(FolderDescription folder) => folder.InAccount();
}
