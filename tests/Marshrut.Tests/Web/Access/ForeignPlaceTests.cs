using System.Net;
using System.Text.RegularExpressions;
using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Tests.Web.Access;

/// <summary>The first net: what is not one's own place answers like a place that does not exist.</summary>
public partial class ForeignPlaceTests
{
    [Theory, BothDatabases]
    public async Task Every_address_of_a_foreign_place_answers_like_one_that_does_not_exist(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider, Probe);
        var own = await site.AddOrganization(OrganizationKind.College, "own", "00");
        await site.AddOrganization(OrganizationKind.College, "foreign", "77");
        using var head = await site.SignIn(Role.CareerCentreHead, own);
        using var coordinator = await site.SignIn(Role.RegionalCoordinator, null, "00");
        using var administrator = await site.SignIn(Role.Administrator);

        var seen = 0;
        foreach (var endpoint in AccessMatrixTests.Endpoints(site).Where(endpoint => endpoint.Metadata.GetMetadata<AccessRule>()?.RouteValue is not null))
        {
            foreach (var visitor in new[] { head, coordinator, administrator })
            {
                var foreign = await visitor.Get(Address(endpoint, "foreign", "77"));
                var unknown = await visitor.Get(Address(endpoint, "nowhere", "98"));

                foreign.Status.ShouldBe(HttpStatusCode.NotFound, foreign.Path);
                unknown.Status.ShouldBe(HttpStatusCode.NotFound, unknown.Path);
                foreign.Content().ShouldBe(unknown.Content(), foreign.Path);
                Told(foreign).ShouldBe(Told(unknown));
                (await visitor.Post(Address(endpoint, "foreign", "77"), [])).Status.ShouldBe(HttpStatusCode.NotFound, foreign.Path);
                seen++;
            }
        }

        seen.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Theory, BothDatabases]
    public async Task In_ones_own_place_the_scope_is_the_organisation_of_the_route(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider, Probe);
        var own = await site.AddOrganization(OrganizationKind.College, "own");
        using var head = await site.SignIn(Role.CareerCentreHead, own);
        using var methodologist = await site.SignIn(Role.Methodologist, null, "00");

        (await head.Get("/o/own/probe")).Body.ShouldBe($"{own.Id} 00");
        (await methodologist.Get("/r/00/probe")).Body.ShouldBe("none 00");
        (await head.Get("/o/OWN/probe")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Get("/r/00/probe")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await methodologist.Get("/o/own/probe")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task A_foreign_id_inside_ones_own_place_is_not_found(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider, Probe);
        var own = await site.AddOrganization(OrganizationKind.College, "own");
        var foreign = await site.AddOrganization(OrganizationKind.College, "foreign");
        var mine = await Store(site, own.Id);
        var theirs = await Store(site, foreign.Id);
        using var head = await site.SignIn(Role.CareerCentreHead, own);

        (await head.Get($"/o/own/columns/{mine}")).Status.ShouldBe(HttpStatusCode.OK);
        (await head.Get($"/o/own/columns/{theirs}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task A_breach_of_tenancy_in_code_answers_404_outside(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider, Probe);
        using var administrator = await site.SignIn(Role.Administrator);

        var answer = await administrator.Get("/admin/leak");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Body.ShouldNotContain("scope");
    }

    /// <summary>Endpoints as other modules write them.</summary>
    private static void Probe(WebApplication app)
    {
        app.MapGet("/o/{org}/probe", (ActingScope scope) => $"{scope.OrganizationId} {scope.RegionCode}").RequirePermission(PlaceKind.Organization, Permission.SeePeople);
        app.MapGet("/r/{region}/probe", (ActingScope scope) => $"{(scope.HasOrganization ? "some" : "none")} {scope.RegionCode}").RequirePermission(PlaceKind.Region, Permission.SeeMethodology);
        app.MapGet("/o/{org}/columns/{id:long}", async (long id, MarshrutDb db) =>
            await db.RememberedColumns.AnyAsync(row => row.Id == id) ? Microsoft.AspNetCore.Http.Results.Text("found") : Microsoft.AspNetCore.Http.Results.NotFound())
            .RequirePermission(PlaceKind.Organization, Permission.SeePeople);
        app.MapGet("/admin/leak", async (MarshrutDb db) => await db.People.CountAsync()).RequirePermission(PlaceKind.Installation, Permission.Administer);
        app.CheckAccessRules();
    }

    private static Task<long> Store(TestSite site, long organizationId) => site.Run<MarshrutDb, long>(async db =>
    {
        db.Scope.EnterOrganization(organizationId, "00");
        var row = new RememberedColumn { Id = db.Ids.Take(), OrganizationId = organizationId, Header = "ТЕЛЕФОН", FieldKey = "phone" };
        db.RememberedColumns.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    });

    private static string Address(RouteEndpoint endpoint, string organization, string region) =>
        "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), match => match.Value switch
        {
            "{org}" => organization,
            "{region}" => region,
            _ => "1",
        });

    private static string Told(Answer answer) =>
        string.Join('\n', answer.Headers.Where(header => header.Key is not ("Date" or "Content-Length")).OrderBy(header => header.Key).Select(header => $"{header.Key}: {header.Value}"));

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
