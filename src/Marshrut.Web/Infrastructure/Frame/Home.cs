using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Infrastructure.Frame;

/// <summary>Where a role begins its day: the first section that it may open in its place.</summary>
public static class Home
{
    public const string OwnAccount = "/account";

    public static string Of(Post post) => Sections(post).FirstOrDefault()?.Href(post) ?? OwnAccount;

    public static IEnumerable<Section> Sections(Post post) => Folders.All
        .SelectMany(folder => folder.Sections)
        .Where(section => section.Place == KindOf(post) && RolePermissions.Has(post.Role, section.Permission))
        .OrderBy(section => section.Order);

    public static PlaceKind KindOf(Post post) =>
        post.OrganizationCode is not null ? PlaceKind.Organization
        : post.RegionCode is not null ? PlaceKind.Region
        : post.Role == Role.Administrator ? PlaceKind.Installation
        : PlaceKind.Account;

    /// <summary>The place in words: name, and the line under it.</summary>
    public static (string Name, string Line) Words(Post post) => KindOf(post) switch
    {
        PlaceKind.Organization => (post.OrganizationName!, Line(post)),
        PlaceKind.Region => (post.RegionName!, post.Role == Role.Methodologist ? "Методика региона" : "Рабочая группа региона"),
        PlaceKind.Installation => ("Управление", "Организации, пользователи, журнал"),
        _ => (post.Role == Role.EmployerRepresentative ? "Работодатель" : "Маршрут", ""),
    };

    private static string Line(Post post) => post.OrganizationKind switch
    {
        OrganizationKind.School => "Школа",
        OrganizationKind.EmploymentCentre => "Центр занятости",
        _ => post.CareerCentreName ?? "Центр карьеры",
    };
}
