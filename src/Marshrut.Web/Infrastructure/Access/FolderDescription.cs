using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Frame;

namespace Marshrut.Web.Infrastructure.Access;

/// <summary>What a folder of pages says about itself.</summary>
public sealed class FolderDescription(string path)
{
    private readonly Dictionary<string, Permission> pages = new(StringComparer.Ordinal);
    private readonly List<Section> sections = [];
    private (PlaceKind Place, Permission Permission)? rule;

    public string Path { get; } = path;

    public IReadOnlyList<Section> Sections => sections;

    public FolderDescription InOrganization(Permission permission) => In(PlaceKind.Organization, permission);

    public FolderDescription InRegion(Permission permission) => In(PlaceKind.Region, permission);

    public FolderDescription InInstallation(Permission permission) => In(PlaceKind.Installation, permission);

    public FolderDescription InAccount() => In(PlaceKind.Account, Permission.OwnAccount);

    /// <summary>One page that needs another permission than its folder: <c>Page("Import", Permission.ImportRegister)</c>.</summary>
    public FolderDescription Page(string name, Permission permission)
    {
        pages.Add($"{Path}/{name}", permission);
        return this;
    }

    /// <summary>
    /// A line of the sidebar, in the place of the folder, for those with the permission.
    /// </summary>
    /// <param name="order">10 «Сегодня», 20 «Студенты», 30 «Импорт», 40 «Определение риска», 100 and more — «Настройка».</param>
    /// <param name="route">The page's own template with <c>{org}</c> or <c>{region}</c>: <c>/o/{org}/students</c>.</param>
    /// <param name="icon">A line of build/icons.txt.</param>
    /// <param name="text">One or two words.</param>
    /// <param name="permission">Null: the folder's own.</param>
    /// <param name="group">Heading under which it stands; null: the main list.</param>
    /// <param name="inSchool">Its text in a school; null: the same.</param>
    /// <param name="inCentre">Its text in an employment centre; null: the same.</param>
    public FolderDescription Section(int order, string route, string icon, string text, Permission? permission = null, string? group = null, string? inSchool = null, string? inCentre = null)
    {
        var (place, own) = Rule();
        sections.Add(new Section(place, permission ?? own, order, route, icon, text, group, inSchool, inCentre));
        return this;
    }

    public AccessRule RuleOf(string page)
    {
        var (place, own) = Rule();
        return new AccessRule(place, pages.GetValueOrDefault(page, own));
    }

    private (PlaceKind Place, Permission Permission) Rule() =>
        rule ?? throw new InvalidOperationException($"The conventions of {Path} do not say who opens it.");

    private FolderDescription In(PlaceKind place, Permission permission)
    {
        rule = (place, permission);
        return this;
    }
}
