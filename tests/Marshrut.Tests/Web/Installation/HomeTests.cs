using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Tests.Web.Installation;

public class HomeTests
{
    [Theory, BothDatabases]
    public async Task Every_role_lands_on_a_page_of_its_own_without_dead_links(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var organizations = new List<Organization>();
        foreach (var kind in Enum.GetValues<OrganizationKind>())
        {
            organizations.Add(await site.AddOrganization(kind, kind.ToString().ToLowerInvariant()));
        }

        foreach (var role in RolePlaces.Assignable)
        {
            var organization = organizations.Find(one => RolePlaces.Fits(role, one.Kind));
            using var visitor = await site.SignIn(role, organization, RolePlaces.IsInRegion(role) ? "00" : null);

            var home = await visitor.Open("/");

            home.Status.ShouldBe(HttpStatusCode.OK, $"{role}");
            new Uri(home.Path).AbsolutePath.ShouldNotBe("/account", $"{role} has no home");
            var links = home.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(href => href.StartsWith('/')).Distinct().ToList();
            links.Count.ShouldBeGreaterThan(2, $"{role}");
            foreach (var link in links)
            {
                (await visitor.Open(link)).Status.ShouldBe(HttpStatusCode.OK, $"{role} {link}");
            }
        }
    }

    // Where a link leads is no matter of the database, and the walk is long.
    [Fact]
    public async Task In_an_empty_installation_every_link_of_every_page_leads_somewhere()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        var organizations = new List<Organization>();
        foreach (var kind in Enum.GetValues<OrganizationKind>())
        {
            organizations.Add(await site.AddOrganization(kind, kind.ToString().ToLowerInvariant()));
        }

        foreach (var role in RolePlaces.Assignable)
        {
            using var visitor = await site.SignIn(role, organizations.Find(one => RolePlaces.Fits(role, one.Kind)), RolePlaces.IsInRegion(role) ? "00" : null);
            var (seen, waiting) = (new HashSet<string>(), new Queue<(string From, string Href)>([("", "/")]));
            while (waiting.TryDequeue(out var link))
            {
                var page = await visitor.Open(link.Href);
                page.Status.ShouldBe(HttpStatusCode.OK, $"{role}: {link.Href}, linked from {link.From}");
                foreach (var href in page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(href => href.StartsWith('/')))
                {
                    // Conditions of a list are many; each kind of condition is tried once.
                    var (path, keys) = (href.Split('?')[0], string.Join('&', href.Split('?')[^1].Split('&').Select(pair => pair.Split('=')[0])));
                    if (seen.Add($"{path}?{keys}"))
                    {
                        waiting.Enqueue((link.Href, href));
                    }
                }
            }

            seen.Count.ShouldBeGreaterThan(5, $"{role}");
        }
    }

    [Theory]
    [BothDatabases]
    public async Task Roles_whose_pages_are_not_there_yet_have_an_honest_one(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        foreach (var (role, words) in new[] { (Role.Student, "Сведения о вас ведёт центр карьеры"), (Role.EmployerRepresentative, "обратитесь в центр карьеры") })
        {
            await site.AddUser(new NewUser($"only-{role}", Role.Administrator, null, null, "Проверкина Мария", TestSite.Password));
            await site.Run<MarshrutDb>(db => db.Memberships.Where(row => db.Users.Any(user => user.Id == row.UserId && user.UserName == $"only-{role}"))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Role, role)));
            using var visitor = site.NewVisitor();
            await visitor.SignIn($"only-{role}", TestSite.Password);

            var home = await visitor.Open("/");

            (new Uri(home.Path).AbsolutePath, home.Status).ShouldBe(("/account", HttpStatusCode.OK));
            home.Text.ShouldContain(words);
            foreach (var link in home.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(href => href.StartsWith('/')).Distinct())
            {
                (await visitor.Open(link)).Status.ShouldBe(HttpStatusCode.OK, link);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task The_administrator_is_told_what_waits(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddOrganization(OrganizationKind.College, "zpk");
        using var administrator = await site.SignIn(Role.Administrator);
        await site.AddUser(new NewUser("new", Role.CareerCentreHead, "zpk", null, "Новикова Вера", Password: null));

        var home = await administrator.Open("/");

        new Uri(home.Path).AbsolutePath.ShouldBe("/admin");
        home.Text.ShouldContain("1 Не сменили одноразовый пароль");
        (await administrator.Get("/admin/users?state=OneTime")).Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Новикова Вера");
        home.Document.QuerySelector("a[href='/admin/users?state=OneTime']").ShouldNotBeNull();
        (await administrator.Get("/admin/users?state=Locked")).Text.ShouldContain("По этим условиям никого нет");
        home.Text.ShouldNotContain("В организациях никого нет");
        await site.AddOrganization(OrganizationKind.School, "school");
        (await administrator.Get("/admin")).Text.ShouldContain("1 В организациях никого нет");
        (await administrator.Get("/admin/organizations?staff=none")).Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("school");
    }
}
