using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Risk;
using Marshrut.Tests.Core.Imports.Applying;
using Marshrut.Tests.Core.Risk;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Web.Register;

public class RegionPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_working_group_lands_on_its_region_and_reads_sums_without_names(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await AddCollege(site, "zpk", high: 9, low: 12);
        await AddCollege(site, "vmk", high: 3, low: 14);
        await AddCollege(site, "hst", high: 11, low: 9);
        await site.AddOrganization(OrganizationKind.College, "lat");
        using var coordinator = await site.SignIn(Role.RegionalCoordinator, region: "00");

        var home = await coordinator.Open("/");

        new Uri(home.Path).AbsolutePath.ShouldBe("/r/00");
        Row(home, "Организация zpk")[6].ShouldBe("942,9 %");
        Row(home, "Организация vmk")[6].ShouldBe("< 5—");
        Row(home, "Организация hst")[6].ShouldBe("скрыто—", "the first by name covers");
        home.Text.ShouldContain("Кто ещё не начал");
        home.Text.ShouldContain("нет реестра");
        foreach (var path in new[] { "/r/00", "/r/00?programmes=true", "/r/00/sheet", "/r/00/path", "/r/00/path?by=districts", "/r/00/path?by=programmes", "/r/00/path?by=centres", "/r/00/readiness" })
        {
            var page = await coordinator.Get(path);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Body.ShouldNotContain("Ольхова");
            page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldAllBe(href => href!.StartsWith("/r/00", StringComparison.Ordinal));
        }
    }

    [Theory, BothDatabases]
    public async Task The_table_leaves_as_a_file_with_the_same_cells_hidden(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await AddCollege(site, "zpk", high: 9, low: 12);
        await AddCollege(site, "vmk", high: 3, low: 14);
        using var coordinator = await site.SignIn(Role.RegionalCoordinator, region: "00");

        using var file = await coordinator.Download("/r/00/file.xlsx");

        using var workbook = SpreadsheetReader.Open(file);
        var rows = workbook.Rows(workbook.Sheets[0]).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))).ToList();
        rows.ShouldContain(row => row.Contains("Организация vmk|17|17|17|17|17|<\u00a05|0", StringComparison.Ordinal), string.Join('\n', rows));
        rows.ShouldContain(row => row.Contains("Организация zpk|21|21|21|21|21|скрыто|0", StringComparison.Ordinal));
        using var administrator = await site.SignIn(Role.Administrator);
        (await administrator.Get("/admin/audit")).Text.ShouldContain("Выгружена сводка региона 00");
    }

    [Theory, BothDatabases]
    public async Task Another_region_is_no_address(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        using var coordinator = await site.SignIn(Role.RegionalCoordinator, region: "00");

        foreach (var path in new[] { "/r/77", "/r/77/sheet", "/r/77/file.xlsx", "/r/00/statistics" })
        {
            (await coordinator.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private static List<string> Row(Answer page, string name) =>
    [
        .. page.Document.QuerySelectorAll("main tbody tr").Single(row => row.QuerySelector("th")!.TextContent == name).Children
            .Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
    ];

    private static async Task AddCollege(TestSite site, string code, int high, int low)
    {
        var college = await site.AddOrganization(OrganizationKind.College, code);
        string[] lines =
        [
            RiskBench.Header,
            .. Enumerable.Range(1, high).Select(number => RiskBench.Line(number, "Ольхова", "да")),
            .. Enumerable.Range(50, low).Select(number => RiskBench.Line(number, "Ольхова", "нет", place: "да")),
        ];
        await using var scope = site.Services.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<ActingScope>();
        acting.ActAs(Actors.CommandLine);
        acting.EnterOrganization(college.Id, college.RegionCode);
        await RegisterFileOf.Apply(scope.ServiceProvider, lines);
        await scope.ServiceProvider.GetRequiredService<AssessOrganization>().Assess(new AssessOrganizationInput(site.Clock.Today, false), Cancel);
    }
}
