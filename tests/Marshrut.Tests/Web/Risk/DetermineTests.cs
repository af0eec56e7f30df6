using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.Core.Register;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Web.Risk;

public class DetermineTests
{
    [Theory, BothDatabases]
    public async Task A_specialist_determines_risk_in_one_programme(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site, "zpk");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);

        var page = await visitor.Get("/o/zpk/risk/determine?programme=38.02.01");
        var run = await visitor.Press(page, "Определить риск");
        await site.RunWaitingJobs();
        var results = await visitor.Open(run.Location!);

        results.Text.ShouldContain("Риск определён у 4 из реестра");
        (await Levels(site, college)).ShouldBe(4);
        (await visitor.Press(page, "Определить риск", ("Input.Group", "Петров Иван"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "only what the register offers goes into a job");
    }

    [Theory, BothDatabases]
    public async Task A_methodologist_determines_risk_in_the_region_and_sees_no_count_under_five(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site, "zpk");
        var other = await site.AddOrganization(OrganizationKind.College, "far", region: "52");
        await using (var scope = Enter(site, other))
        {
            await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six);
        }

        using var methodologist = await site.SignIn(Role.Methodologist, region: "00");
        using var foreigner = await site.SignIn(Role.Methodologist, region: "52");

        var question = await methodologist.Open("/r/00/methodology/determine");
        question.Text.ShouldContain("1 организация");
        question.Text.ShouldContain("подтверждение снимется");
        var run = await methodologist.Press(await methodologist.Get("/r/00/methodology/determine"), "Определить у всех");
        (await foreigner.Get(run.Location!.Replace("/r/00/", "/r/52/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        await site.RunWaitingJobs();
        (await ProgressOf(site, run.Location!)).ShouldBe((0, 1), "organisations are counted, not the people of the only one (R47)");
        var done = await methodologist.Open(run.Location!);

        done.Text.ShouldContain("Риск определён в 1 организации, всего у 6 человек.");
        done.Text.ShouldNotContain("невысокий у");
        (await Levels(site, college)).ShouldBe(6);
        (await Levels(site, other)).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_shows_health_is_written_down_as_a_look()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        var college = await College(site, "zpk");
        await using (var scope = Enter(site, college))
        {
            await SmallRegister.Assess(scope.ServiceProvider);
        }

        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);

        (await visitor.Get("/o/zpk/risk/file.xlsx?tab=all")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.Get("/o/zpk/risk/file.xlsx?tab=all&special=true")).Status.ShouldBe(HttpStatusCode.OK);
        (await Looks(site, college)).ShouldBe(0, "sums were asked for, not the health of each");
        (await visitor.Get("/o/zpk/risk/file.xlsx?tab=all&present=disability&special=true")).Status.ShouldBe(HttpStatusCode.OK);
        (await Looks(site, college)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Those_without_the_consent_to_it_are_named_R39(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site, "zpk");
        await using (var scope = Enter(site, college))
        {
            await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Organizations.Where(row => row.Id == college.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RiskBasis, RiskBasis.Consent), TestContext.Current.CancellationToken);
        }

        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);

        var risk = await visitor.Get("/o/zpk/risk");
        risk.Text.ShouldContain("без согласия на определение риска 6");
        var link = risk.Document.QuerySelectorAll("a").Single(a => a.TextContent == "6").GetAttribute("href")!;
        var people = await visitor.Get(link);
        people.Text.ShouldContain("6 человек");
        people.Text.ShouldContain("Ёлкина");
    }

    private static async Task<Organization> College(TestSite site, string code)
    {
        var college = await site.AddOrganization(OrganizationKind.College, code);
        await using var scope = Enter(site, college);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six);
        return college;
    }

    private static async Task<(long Done, long Total)> ProgressOf(TestSite site, string address)
    {
        var number = long.Parse(address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var run = await site.Services.GetRequiredService<JobStore>().Find(number, TestContext.Current.CancellationToken);
        return (run!.Done, run.Total);
    }

    private static async Task<int> Levels(TestSite site, Organization organization)
    {
        await using var scope = Enter(site, organization);
        return await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Assessments.CountAsync(row => row.IsCurrent);
    }

    private static async Task<int> Looks(TestSite site, Organization organization)
    {
        await using var scope = Enter(site, organization);
        return await scope.ServiceProvider.GetRequiredService<MarshrutDb>().AuditEntries.CountAsync(row => row.Chain == $"org:{organization.Id}" && row.Action == "special.read");
    }

    private static AsyncServiceScope Enter(TestSite site, Organization organization)
    {
        var scope = site.Services.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<ActingScope>();
        acting.ActAs("system:tests");
        acting.EnterOrganization(organization.Id, organization.RegionCode);
        return scope;
    }
}
