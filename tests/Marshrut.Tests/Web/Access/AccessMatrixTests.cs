using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Web.Access;

/// <summary>Route × role, from the rules that the running program holds, and then asked of the program itself.</summary>
public class AccessMatrixTests
{
    private static readonly (Role Role, string Column)[] Columns =
    [
        (Role.CareerCentreSpecialist, "Специалист ЦК"), (Role.CareerCentreHead, "Рук. ЦК"), (Role.EmploymentSpecialist, "Специалист ЦЗН"), (Role.EmploymentHead, "Рук. ЦЗН"),
        (Role.SchoolCoordinator, "Школа"), (Role.RegionalCoordinator, "МРГ"), (Role.Methodologist, "Методист"), (Role.EmployerRepresentative, "Работодатель"), (Role.Student, "Студент"),
        (Role.Administrator, "Админ."),
    ];

    [Fact]
    public async Task The_table_of_access_is_the_approved_one()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        var text = new StringBuilder(
            """
            # Кому что открыто

            Таблица составлена из правил работающей программы (`AccessMatrixTests`); правила стоят в `Conventions.cs` рядом со страницами, роли — в `RolePermissions.cs`.

            - **да** — открыто в своём месте: своей организации, своём регионе, всей установке для администратора;
            - **вход** — сначала нужно войти;
            - · — такого адреса для этой роли нет: тот же ответ 404, что у несуществующего. Чужая организация и чужой регион отвечают так же всем.

            Файлы оформления (`/lib`, `/js`, `/img`) открыты всем.


            """.ReplaceLineEndings("\n"));
        text.Append("| Адрес | Действие | Право | Без входа |").Append(string.Concat(Columns.Select(column => $" {column.Column} |"))).Append('\n');
        text.Append("|---|---|---|:-:|").Append(string.Concat(Columns.Select(_ => ":-:|"))).Append('\n');
        foreach (var (address, action, rule, permissions) in Actions(site).OrderBy(row => row.Address, StringComparer.Ordinal).ThenBy(row => row.Action, StringComparer.Ordinal))
        {
            var cells = Columns.Select(column => rule is null || permissions.All(permission => Opens(column.Role, rule.Place, permission)) ? " да |" : " · |");
            text.Append(CultureInfo.InvariantCulture, $"| `{address}` | {action} | {(rule is null ? "всем" : string.Join(", ", permissions))} | {(rule is null ? "да" : "вход")} |").Append(string.Concat(cells)).Append('\n');
        }

        await ApprovedFile.Check("docs/access-matrix.approved.md", text.ToString());
    }

    [Fact]
    public async Task No_endpoint_is_without_readers()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);

        var open = Endpoints(site).Where(endpoint => endpoint.Metadata.GetMetadata<AccessRule>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);

        open.Select(endpoint => endpoint.DisplayName).ShouldBeEmpty();
        Endpoints(site).Count(endpoint => endpoint.Metadata.GetMetadata<AccessRule>() is not null).ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task An_endpoint_that_names_no_readers_stops_the_program()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite, app =>
        {
            Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/forgotten", () => "secret");
            Should.Throw<InvalidOperationException>(() => app.CheckAccessRules()).Message.ShouldContain("/forgotten");
        });
        using var visitor = site.NewVisitor();
        (await visitor.Get("/forgotten")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var administrator = await site.SignIn(Role.Administrator);
        (await administrator.Get("/forgotten")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_route_that_lacks_its_place_stops_the_program()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite, app =>
        {
            Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/people", () => "all").RequirePermission(PlaceKind.Organization, Permission.SeePeople);
            Should.Throw<InvalidOperationException>(() => app.CheckAccessRules()).Message.ShouldContain("{org}");
        });
        var college = await site.AddOrganization(OrganizationKind.College, "zpk");
        using var head = await site.SignIn(Role.CareerCentreHead, college);
        (await head.Get("/people")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Every address without further parameters, asked by every role.</summary>
    [Theory, BothDatabases]
    public async Task The_program_does_what_the_table_says(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var places = new Dictionary<OrganizationKind, Organization>();
        foreach (var kind in Enum.GetValues<OrganizationKind>())
        {
            places[kind] = await site.AddOrganization(kind, kind.ToString().ToLowerInvariant());
        }

        var asked = 0;
        foreach (var role in RolePlaces.Assignable)
        {
            var organization = places.Values.FirstOrDefault(place => RolePlaces.Fits(role, place.Kind));
            using var visitor = await site.SignIn(role, organization, RolePlaces.IsInRegion(role) ? "00" : null);
            foreach (var endpoint in Endpoints(site).Where(Answers))
            {
                var rule = endpoint.Metadata.GetMetadata<AccessRule>()!;
                var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
                    .Replace("{org}", organization?.Code ?? places[OrganizationKind.College].Code, StringComparison.Ordinal)
                    .Replace("{region}", "00", StringComparison.Ordinal);
                if (address.Contains('{', StringComparison.Ordinal))
                {
                    continue;
                }

                var answer = await visitor.Get(address);
                var reached = answer.Status != HttpStatusCode.NotFound || answer.Headers.ContainsKey(ReachedPages.Header);
                reached.ShouldBe(Opens(role, rule.Place, rule.Permission), $"{role} {address}: {answer.Status}");
                ((int)answer.Status).ShouldBeLessThan(500, $"{role} {address}");
                asked++;
            }
        }

        asked.ShouldBeGreaterThan(50);
        using var stranger = site.NewVisitor();
        foreach (var endpoint in Endpoints(site).Where(Answers))
        {
            var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{org}", "college", StringComparison.Ordinal).Replace("{region}", "00", StringComparison.Ordinal);
            if (!address.Contains('{', StringComparison.Ordinal))
            {
                (await stranger.Get(address)).Location.ShouldNotBeNull(address).ShouldStartWith("/sign-in");
            }
        }
    }

    internal static IEnumerable<RouteEndpoint> Endpoints(TestSite site) => site.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.DisplayName != "Fallback {**path:file}");

    private static bool Answers(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AccessRule>() is not null
        && (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true);

    private static bool Opens(Role role, PlaceKind place, Permission permission) => RolePermissions.Has(role, permission) && (place == PlaceKind.Account || place == PlaceOf(role));

    private static PlaceKind PlaceOf(Role role) =>
        RolePlaces.IsInOrganization(role) ? PlaceKind.Organization
        : RolePlaces.IsInRegion(role) ? PlaceKind.Region
        : role == Role.Administrator ? PlaceKind.Installation
        : PlaceKind.Account;

    /// <summary>A handler asks for its own permission besides that of its page: both must be there.</summary>
    private static IEnumerable<(string Address, string Action, AccessRule? Rule, Permission[] Permissions)> Actions(TestSite site)
    {
        foreach (var endpoint in Endpoints(site))
        {
            var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var rule = endpoint.Metadata.GetMetadata<AccessRule>();
            var permission = rule?.Permission ?? Permission.OwnAccount;
            if (endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page)
            {
                yield return (address, string.Join(' ', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]), rule, [permission]);
                continue;
            }

            var handlers = page.HandlerMethods.Select(handler => (
                Words: handler.Name is null ? handler.HttpMethod.ToUpperInvariant() : $"{handler.HttpMethod.ToUpperInvariant()} {handler.Name}",
                Permissions: (Permission[])
                [
                    permission, .. handler.MethodInfo.GetCustomAttribute<RequiresAttribute>() is { } more && more.Permission != permission ? [more.Permission] : Array.Empty<Permission>(),
                ])).ToList();
            if (!handlers.Any(handler => handler.Words == "GET"))
            {
                handlers.Add(("GET", [permission]));
            }

            foreach (var handler in handlers)
            {
                yield return (address, handler.Words, rule, handler.Permissions);
            }
        }
    }
}
