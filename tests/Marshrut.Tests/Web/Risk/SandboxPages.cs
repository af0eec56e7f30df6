using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.Core.Register;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Web.Risk;

/// <summary>Sandbox and added characteristics as people press through them.</summary>
public class SandboxPages
{
    [Theory, BothDatabases]
    public async Task A_head_tries_proposes_and_the_methodologist_makes_a_draft_of_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        using var head = await site.SignIn(Role.CareerCentreHead, await College(site, "second"));
        using var methodologist = await site.SignIn(Role.Methodologist, region: "00");

        var start = await head.Open("/o/second/methodology/sandbox");
        start.Text.ShouldContain("на 6 людях");
        start.Text.ShouldContain("Измените параметр слева");
        var tried = await head.Open("/o/second/methodology/sandbox?" + Query(("Input.Rule", "PointsAtLeast"), ("Input.Points", "9")));
        tried.Text.ShouldContain("изменены 2");
        tried.Text.ShouldContain("выйдет");
        tried.Text.ShouldContain("Ёлкина Анна");
        (await head.Press(tried, "Предложить методисту", ("Reason", " "))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await head.Press(tried, "Предложить методисту", ("Reason", "Один признак ещё не риск"));
        (await head.Open("/o/second/methodology")).Text.ShouldContain("ждёт методиста");

        var list = await methodologist.Open("/r/00/methodology");
        list.Text.ShouldContain("Один признак ещё не риск");
        var sandbox = await methodologist.Open(list.Document.QuerySelector("a[href*='proposal=']")!.GetAttribute("href")!);
        sandbox.Text.ShouldNotContain("Ёлкина");
        var draft = await methodologist.Press(sandbox, "Сделать черновик версии");
        (await methodologist.Open(draft.Location!)).Text.ShouldContain("Сделан черновик");
        await methodologist.Press(await methodologist.Open("/r/00/methodology"), "Не принимать", ("answer", "Мало данных"));
        (await head.Open("/o/second/methodology")).Text.ShouldContain("Мало данных");
    }

    [Theory, BothDatabases]
    public async Task A_head_adopts_a_characteristic_and_levels_are_determined_anew(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site);
        using var head = await site.SignIn(Role.CareerCentreHead, college);
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, college);
        (await specialist.Get("/o/zpk/methodology/added/new")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Get("/o/zpk/methodology/added/15")).Status.ShouldBe(HttpStatusCode.NotFound);

        var form = await head.Open("/o/zpk/methodology/added/new");
        var one = await head.Press(form, "Посчитать", ("Rule.Blocks[0].Terms[0].Field", "course"));
        var counted = await head.Press(one, "Посчитать", ("Rule.Blocks[0].Terms[0].Operator", "AtMost"), ("Rule.Blocks[0].Terms[0].Values", "1"));
        counted.Text.ShouldContain("Сработает у 1 из 6");
        (await head.Press(counted, "Ввести характеристику")).Text.ShouldContain("Назовите характеристику");
        var adopted = await head.Press(counted, "Ввести характеристику", ("Title", "Первый курс"), ("ShortName", "первокурсник"), ("Reason", "Проверка"));
        adopted.Location!.ShouldContain("/risk/runs/");
        await site.RunWaitingJobs();

        (await head.Open("/o/zpk/risk?tab=all&present=added-15")).Text.ShouldContain("первокурсник");
        (await head.Open("/o/zpk/methodology")).Text.ShouldContain("Первый курс");
        using var methodologist = await site.SignIn(Role.Methodologist, region: "00");
        (await methodologist.Open("/r/00/methodology")).Text.ShouldContain("Ввела свою характеристику. Первый курс. Курс ≤ 1. Вес 1");
    }

    [Theory, BothDatabases]
    public async Task Nonsense_in_the_address_is_said_and_breaks_nothing(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        using var head = await site.SignIn(Role.CareerCentreHead, await College(site));

        (await head.Get("/o/zpk/methodology/sandbox?" + Query(("Input.Ratio", "много")))).Text.ShouldContain("Множитель не читается");
        (await head.Get("/o/zpk/methodology/sandbox?" + Query(("Input.MinCohort", "-4")))).Text.ShouldContain("Наименьший выпуск вне границ");
        (await head.Get("/o/zpk/methodology/sandbox?" + Query(("Input.Characteristics[3].Weight", "тяжело")))).Status.ShouldBe(HttpStatusCode.OK);
        (await head.Get("/o/zpk/methodology/sandbox?Input.Rule=PointsAtLeast&by=nothing&who=nobody")).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The whole form as the page sends it, with some of it changed.</summary>
    private static string Query(params (string Name, string Value)[] changes)
    {
        var form = new Dictionary<string, string>
        {
            ["Input.Rule"] = "Any",
            ["Input.Points"] = "1",
            ["Input.Ratio"] = "2",
            ["Input.MinCohort"] = "10",
            ["Input.Horizon"] = "1",
            ["Input.StatedValidityMonths"] = "12",
            ["Input.LastCourseBonus"] = "2",
            ["Input.GraduateWithoutWorkBonus"] = "2",
            ["Input.OfferDiscount"] = "2",
        };
        foreach (var one in Marshrut.Rules.Risk.MethodologyParameters.Federal.Characteristics)
        {
            form[$"Input.Characteristics[{one.Number - 1}].Enabled"] = "true";
            form[$"Input.Characteristics[{one.Number - 1}].Weight"] = one.Weight.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in changes)
        {
            form[name] = value;
        }

        return string.Join('&', form.Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value)}"));
    }

    private static async Task<Marshrut.Core.Organizations.Organization> College(TestSite site, string code = "zpk")
    {
        var college = await site.AddOrganization(OrganizationKind.College, code);
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().EnterOrganization(college.Id, college.RegionCode);
        scope.ServiceProvider.GetRequiredService<ActingScope>().ActAs("user:1");
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six);
        await SmallRegister.Assess(scope.ServiceProvider);
        return college;
    }
}
