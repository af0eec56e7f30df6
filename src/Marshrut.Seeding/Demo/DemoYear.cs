using System.Globalization;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Risk;
using Marshrut.Rules.Language;
using Marshrut.Seeding.Registers;
using Marshrut.Seeding.Students;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Seeding.Demo;

/// <summary>
/// What happens in the demo region until today, in its order: in the study year before to the class that has graduated since, from the end of the summer to
/// everybody. A step that was done is not done again.
/// </summary>
internal sealed class DemoYear(IServiceProvider services, TravellingClock time, SeedDates dates, Action<string> tell)
{
    public const string Actor = "system:demo";
    public const string StepPrefix = "demo-region/";

    private const double ConfirmedInAutumn = 0.85;
    private const double ConfirmedNow = 0.8;
    private const int ChangedByHand = 3;

    private readonly Dictionary<string, long> organizations = [];
    private readonly Dictionary<string, string> specialists = [];
    private readonly Dictionary<string, IReadOnlyList<MadeStudent>> registers = [];
    private readonly HashSet<string> done = [];

    public async Task Live(CancellationToken cancel)
    {
        await LearnSteps(cancel);
        await LastYear(cancel);
        await Summer(cancel);
        await Autumn(cancel);
        await Handover(cancel);
        await Now(cancel);
    }

    /// <summary>One college began a year earlier: its last class was handed over in February, and the summer showed what came of it.</summary>
    private async Task LastYear(CancellationToken cancel)
    {
        tell("Создаём организации, районы и пользователей");
        time.TravelTo(dates.LastFebruary.AddDays(-21));
        await Once("organizations", null, Actor, scope => Get<DemoOrganizations>(scope).Add(cancel), cancel);
        await LearnOrganizations(cancel);

        tell("Прошлый учебный год: передаём выпускников и сопровождаем их");
        var plan = DemoMap.Teachers[0];
        await Once("agreements-last-year", plan.Code, LeadingOf(plan.Code), scope => Get<DemoAgreements>(scope).Add(plan, dates, cancel), cancel);
        time.TravelTo(dates.LastFebruary);
        var table = RegisterTable.OfStudents(dates.LastFebruary);
        await Once(
            "register-last-year",
            plan.Code,
            SpecialistOf(plan.Code),
            scope => Get<DemoRegisters>(scope).Import($"Выпускной курс {dates.ClassYear.ToString(CultureInfo.InvariantCulture)}.csv", table, new DemoPeople(dates).LastClass(plan), cancel),
            cancel);
        await Assess("risk-last-year", plan.Code, dates.LastFebruary, finalYearOnly: false, cancel);
        time.TravelTo(dates.LastFebruary.AddDays(4));
        await Decide("decisions-last-year", plan.Code, 1, cancel);
        time.TravelTo(dates.LastFebruary.AddDays(6));
        await Send("transfers-last-year", plan.Code, DemoMap.LastClassSent, cancel);
        time.TravelTo(dates.LastFebruary.AddDays(8));
        await Once("answered-last-year", DemoMap.MainCentre, SpecialistOf(DemoMap.MainCentre), scope => Get<DemoTransfers>(scope).Take([organizations[plan.Code]], cancel), cancel);
        time.TravelTo(dates.LastFebruary.AddDays(10));
        await Once("called-last-year", DemoMap.MainCentre, SpecialistOf(DemoMap.MainCentre), scope => Get<DemoCases>(scope).Call(cancel), cancel);
        await Plans("plans-last-year", plans => plans.Make(cancel), cancel);
        time.TravelTo(dates.LastFebruary.AddDays(60));
        await Plans("steps-last-year", plans => plans.Go(cancel), cancel);
        await Once("facts-last-year", plan.Code, SpecialistOf(plan.Code), scope => Get<DemoPlans>(scope).TakeBack(cancel), cancel);
        time.TravelTo(dates.LastFebruary.AddDays(150));
        await LastClass("settled-last-year", last => last.Settle(cancel), cancel);
    }

    private Task LastClass(string step, Func<DemoLastClass, Task> act, CancellationToken cancel) =>
        Once(step, DemoMap.MainCentre, SpecialistOf(DemoMap.MainCentre), scope => act(Get<DemoLastClass>(scope)), cancel);

    private async Task Summer(CancellationToken cancel)
    {
        time.TravelTo(dates.RegisterOn.AddDays(-14));
        foreach (var plan in DemoMap.Teachers)
        {
            await Once("agreements", plan.Code, LeadingOf(plan.Code), scope => Get<DemoAgreements>(scope).Add(plan, dates, cancel), cancel);
        }

        time.TravelTo(dates.RegisterOn);
        await Once("statistics", null, Actor, scope => Get<DemoRegisters>(scope).ImportStatistics(dates, cancel), cancel);
        var people = new DemoPeople(dates);
        foreach (var plan in DemoMap.Teachers)
        {
            tell("Загружаем реестр: " + plan.Name);
            registers[plan.Code] = people.Students(plan);
            await ImportRegister(plan.Code, RegisterTable.OfStudents(dates.RegisterOn), registers[plan.Code], cancel);
            await LayFacts("facts-summer", plan, DateOnly.MinValue, dates.RegisterOn, cancel);
        }

        await ImportRegister(DemoMap.School, RegisterTable.OfPupils(dates.RegisterOn), people.Pupils(), cancel);
        foreach (var centre in DemoMap.Centres)
        {
            await ImportRegister(centre.Code, RegisterTable.OfVisitors(dates.RegisterOn), people.Visitors(centre), cancel);
        }
    }

    private async Task Autumn(CancellationToken cancel)
    {
        tell("Определяем риск на " + Russian.DateInWords(dates.Earlier));
        time.TravelTo(dates.Earlier);
        foreach (var code in Assessed.Where(code => code != DemoMap.BehindCollege))
        {
            await Assess("risk-autumn", code, dates.Earlier, finalYearOnly: false, cancel);
        }

        time.TravelTo(dates.Earlier.AddDays(6));
        foreach (var plan in DemoMap.Teachers.Where(plan => plan.Code != DemoMap.BehindCollege))
        {
            await Decide("decisions-autumn", plan.Code, ConfirmedInAutumn, cancel);
        }
    }

    /// <summary>Sent a fortnight ago and answered in part; sent again in these days.</summary>
    private async Task Handover(CancellationToken cancel)
    {
        tell("Передаём людей в центр занятости");
        time.TravelTo(AfterDecisions(dates.Today.AddDays(-14)));
        await Once("places", DemoMap.MainCentre, SpecialistOf(DemoMap.MainCentre), scope => Get<DemoTransfers>(scope).StatePlaces(cancel), cancel);
        foreach (var (code, people) in DemoMap.SentFirst)
        {
            await Send("transfers-first", code, people, cancel);
        }

        time.TravelTo(AfterDecisions(dates.Today.AddDays(-10)));
        await Once(
            "transfers-answered",
            DemoMap.MainCentre,
            SpecialistOf(DemoMap.MainCentre),
            scope => Get<DemoTransfers>(scope).Answer([.. DemoMap.Answered.Select(code => organizations[code])], cancel),
            cancel);

        time.TravelTo(AfterDecisions(dates.Today.AddDays(-8)));
        await Once("cases-called", DemoMap.MainCentre, SpecialistOf(DemoMap.MainCentre), scope => Get<DemoCases>(scope).Call(cancel), cancel);
        await Plans("plans-made", plans => plans.Make(cancel), cancel);
        await Once("groups-made", DemoMap.MainCollege, SpecialistOf(DemoMap.MainCollege), scope => Get<DemoGroups>(scope).Make(cancel), cancel);
        await Once("requests-asked", DemoMap.MainCollege, SpecialistOf(DemoMap.MainCollege), scope => Get<DemoRequests>(scope).Ask(cancel), cancel);
        var days = DemoVisitDays.Of(dates.Today, AfterDecisions(dates.Today.AddDays(-8)));
        if (days.Before is { } before)
        {
            await Plans("visits-first", plans => plans.Invite(before, skip: 0, count: 5, cancel), cancel);
        }

        time.TravelTo(AfterDecisions(dates.Today.AddDays(-4)));
        await Plans("plans-going", plans => plans.Go(cancel), cancel);
        await Once("requests-answered", DemoMap.MainCollege, SpecialistOf(DemoMap.MainCollege), scope => Get<DemoRequests>(scope).Answer(cancel), cancel);
        await Once("cases-finished", DemoMap.MainCentre, SpecialistOf(DemoMap.MainCentre), scope => Get<DemoCases>(scope).Finish(cancel), cancel);
        await Plans("visits-today", plans => plans.Invite(days.Today, skip: 2, count: 5, cancel), cancel);
        await Plans("visits-next", plans => plans.Invite(days.Next, skip: 8, count: 4, cancel), cancel);
        foreach (var code in DemoMap.Answered)
        {
            await Once("facts-returned", code, SpecialistOf(code), scope => Get<DemoPlans>(scope).TakeBack(cancel), cancel);
        }

        time.TravelTo(AfterDecisions(dates.Today.AddDays(-3)));
        foreach (var (code, people) in DemoMap.SentLately)
        {
            await Send("transfers-lately", code, people, cancel);
        }

        await LastClass("asked-lately", last => last.Ask(cancel), cancel);
        time.TravelTo(AfterDecisions(dates.Today.AddDays(-1)));
        await Plans("visits-marked", plans => plans.Receive(cancel), cancel);
        await Once("campaign-asked", DemoMap.MainCollege, SpecialistOf(DemoMap.MainCollege), scope => Get<DemoCampaign>(scope).Ask(cancel), cancel);
        await Once("questionnaires-filled", DemoMap.MainCollege, SpecialistOf(DemoMap.MainCollege), scope => Get<DemoResponses>(scope).Call(cancel), cancel);
        await LastClass("moved-lately", last => last.Move(cancel), cancel);
        await Once("passed-on", DemoMap.MainCollege, Actor, scope => Get<DemoLastClass>(scope).CarryOver(cancel), cancel);
    }

    private Task Plans(string step, Func<DemoPlans, Task> act, CancellationToken cancel) =>
        Once(step, DemoMap.MainCentre, SpecialistOf(DemoMap.MainCentre), scope => act(Get<DemoPlans>(scope)), cancel);

    private Task Send(string step, string code, int people, CancellationToken cancel) =>
        Once(step, code, SpecialistOf(code), scope => Get<DemoTransfers>(scope).Send(DemoMap.MainCentre, people, cancel), cancel);

    /// <summary>In September a fortnight ago was before anybody was confirmed.</summary>
    private DateOnly AfterDecisions(DateOnly day) => day > dates.Earlier.AddDays(7) ? day : dates.Earlier.AddDays(7);

    private async Task Now(CancellationToken cancel)
    {
        tell("Записываем мероприятия, резюме и ответы на анкеты");
        time.TravelTo(dates.Today.AddDays(-1));
        foreach (var plan in DemoMap.Teachers)
        {
            await LayFacts("facts-now", plan, dates.RegisterOn, dates.Today, cancel);
        }

        tell("Определяем риск на сегодня");
        time.Arrive();
        foreach (var code in Assessed)
        {
            await Assess("risk-now", code, dates.Today, finalYearOnly: code == DemoMap.BehindCollege, cancel);
        }

        foreach (var plan in DemoMap.Teachers)
        {
            await Decide("decisions-now", plan.Code, ConfirmedNow, cancel);
        }

        var methodologist = DemoSignIn.Shown.First(person => person.Login == "methodist");
        await Once("methodology", null, specialists[methodologist.Login], scope => Get<DemoMethodology>(scope).AddDraft(dates, methodologist.FullName, cancel), cancel);
    }

    private static IEnumerable<string> Assessed => DemoMap.Teachers.Select(plan => plan.Code).Concat(DemoMap.Centres.Select(centre => centre.Code));

    private Task ImportRegister(string code, RegisterTable table, IReadOnlyList<MadeStudent> students, CancellationToken cancel) => Once(
        "register",
        code,
        SpecialistOf(code),
        scope => Get<DemoRegisters>(scope).Import($"Реестр {dates.ClassYear.ToString(CultureInfo.InvariantCulture)}.csv", table, students, cancel),
        cancel);

    private Task LayFacts(string step, OrganizationPlan plan, DateOnly after, DateOnly until, CancellationToken cancel) => Once(
        step,
        plan.Code,
        Actor,
        scope => Get<DemoFacts>(scope).Lay(registers[plan.Code], after, until, SpecialistOf(plan.Code), MarkOf(step, plan.Code), cancel),
        cancel,
        isMarked: true);

    private Task Assess(string step, string code, DateOnly asOf, bool finalYearOnly, CancellationToken cancel) => Once(
        step, code, SpecialistOf(code), scope => Get<AssessOrganization>(scope).Assess(new AssessOrganizationInput(asOf, finalYearOnly), cancel), cancel);

    private Task Decide(string step, string code, double share, CancellationToken cancel) => Once(
        step,
        code,
        SpecialistOf(code),
        scope => Get<DemoDecisions>(scope).Decide(new SeededRandom(DemoPeople.DefaultSeed).Fork(step + code), share, ChangedByHand, cancel),
        cancel);

    /// <param name="isMarked">The body writes the mark itself, in its own transaction: repeating it would not be harmless.</param>
    private async Task Once(string step, string? code, string actor, Func<IServiceProvider, Task> body, CancellationToken cancel, bool isMarked = false)
    {
        var mark = MarkOf(step, code);
        if (!done.Add(mark.Key))
        {
            return;
        }

        await using var scope = services.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<ActingScope>();
        acting.ActAs(actor);
        if (code is not null)
        {
            acting.EnterOrganization(organizations[code], DemoMap.RegionCode, mayHandleRestricted: true);
        }

        await body(scope.ServiceProvider);
        if (!isMarked)
        {
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            db.ChangeTracker.Clear();
            db.Settings.Add(mark);
            await db.SaveChangesAsync(cancel);
        }
    }

    private static InstallationSetting MarkOf(string step, string? code) => new() { Key = StepPrefix + step + (code is null ? "" : "/" + code), Value = "" };

    private async Task LearnSteps(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        done.UnionWith(await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Settings.Where(row => row.Key.StartsWith(StepPrefix)).Select(row => row.Key).ToListAsync(cancel));
    }

    private async Task LearnOrganizations(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        foreach (var organization in await db.Organizations.AsNoTracking().ToListAsync(cancel))
        {
            organizations[organization.Code] = organization.Id;
        }

        foreach (var user in await db.Users.AsNoTracking().Select(user => new { user.Id, user.UserName }).ToListAsync(cancel))
        {
            specialists[user.UserName!] = string.Create(CultureInfo.InvariantCulture, $"user:{user.Id}");
        }
    }

    /// <summary>The first user of an organisation; the program itself where the demo has none.</summary>
    private string SpecialistOf(string code) =>
        DemoSignIn.All.FirstOrDefault(person => person.OrganizationCode == code) is { } person ? specialists[person.Login] : Actor;

    /// <summary>The head of an organisation where the demo has one.</summary>
    private string LeadingOf(string code) => specialists[DemoSignIn.All.Last(person => person.OrganizationCode == code).Login];

    private static T Get<T>(IServiceProvider scope)
        where T : notnull => scope.GetRequiredService<T>();
}
