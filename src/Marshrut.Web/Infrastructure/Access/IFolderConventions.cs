namespace Marshrut.Web.Infrastructure.Access;

/// <summary>
/// Stands as <c>Conventions.cs</c> beside the pages of a folder and says who opens them, and which of them are sections of the sidebar. The folder is
/// told by the namespace: <c>Marshrut.Web.Pages.People</c> → <c>/People</c>, with everything below it that has no conventions of its own.
/// </summary>
public interface IFolderConventions
{
    void Describe(FolderDescription folder);
}
