using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Export;
using Marshrut.Core.Risk.Results;
using Marshrut.Rules.Risk;
using Marshrut.Tests.Core.Imports.Applying;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Risk.RiskBench;

namespace Marshrut.Tests.Core.Risk;

/// <summary>Determination of risk over a part of the register, and beside others who write to it.</summary>
public class PartialRunTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_run_over_the_last_course_gives_what_a_run_over_all_would_R24(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "нет"), Line(2, "Липова", "нет", year: 2030), Line(3, "Кедрова", "нет", year: 2026, status: "отчислен"));
        // The only attendance of the study year is of somebody whom this run does not take.
        await Record(bench, "2", FactCode.EmployerContact);
        await Record(bench, "3", FactCode.JobSearchPreparation);

        await bench.Assess(finalYear: true);
        var part = await States(bench, "1");
        await bench.Assess();
        var whole = await States(bench, "1");

        part.ShouldBe(whole);
        (part[9 - 1], part[10 - 1], part[8 - 1]).ShouldBe((CharacteristicState.Present, CharacteristicState.Present, CharacteristicState.Unknown));
    }

    [Theory, BothDatabases]
    public async Task A_part_renews_its_own_levels_and_leaves_the_others(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await database.Import(
            bench.Organization,
            "Идентификатор;Фамилия;Имя;Дата рождения;Код направления;Год выпуска;Курс;Группа",
            "1;Ольхова;Вера;01.05.2007;09.02.07;2028;3;ИС-31",
            "2;Липова;Вера;01.05.2007;09.02.07;2029;2;ИС-21",
            "3;Кедрова;Вера;01.05.2007;38.02.01;2028;3;ЭБ-31");

        (await Assess(bench, new AssessedPart(Programme: "09.02.07", Course: 2))).ShouldBe(1);
        (await Assess(bench, new AssessedPart(WithoutLevel: true))).ShouldBe(2);
        (await Assess(bench, new AssessedPart(WithoutLevel: true))).ShouldBe(0);
        database.Clock.Advance(TimeSpan.FromDays(3));
        (await Assess(bench, new AssessedPart(Group: "ЭБ-31"))).ShouldBe(1);

        var rows = await bench.Current();
        rows.Select(row => (row.ExternalId, row.LastAsOf == database.Clock.Today)).OrderBy(row => row).ShouldBe([("1", false), ("2", false), ("3", true)]);
        var days = (await bench.Use<CountRisk, RiskFigures>(count => count.Count(special: false, Cancel))).Days!.Value;
        (days.Last.DayNumber - days.First.DayNumber).ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task A_look_at_an_earlier_day_does_not_undo_the_duty_of_the_year(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "да", year: 2030), Line(2, "Липова", "да"));
        await bench.Assess();

        await bench.Assess(database.Clock.Today.AddYears(-1));

        (await bench.Use<RiskDuty, DutyFigures>(duty => duty.Count(Cancel))).NotAssessed.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task What_was_computed_on_facts_that_changed_meanwhile_is_computed_anew(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "да"));
        var tries = 0;

        var counts = await bench.Use<AssessOrganization, AssessmentCounts>(assess => assess.Assess(
            new AssessOrganizationInput(database.Clock.Today, FinalYearOnly: false),
            Cancel,
            (_, _) =>
            {
                if (tries++ == 0)
                {
                    bench.Import(Line(1, "Ольхова", "нет")).GetAwaiter().GetResult();
                }
            }));

        (tries, counts.High).ShouldBe((2, 0));
        (await bench.Current()).Single().IsHigh.ShouldBeFalse();
        (await bench.Use<MarshrutDb, int>(db => db.AssessmentRuns.CountAsync(Cancel))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_register_that_never_stands_still_waits_for_the_run_in_the_end(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "да"));
        var tries = 0;
        var imports = new List<Task>();

        var counts = await bench.Use<AssessOrganization, AssessmentCounts>(assess => assess.Assess(
            new AssessOrganizationInput(database.Clock.Today, FinalYearOnly: false),
            Cancel,
            (_, _) =>
            {
                var import = Task.Run(() => bench.Import(Line(1, "Ольхова", tries++ % 2 == 0 ? "нет" : "да")), Cancel);
                imports.Add(import);
                import.Wait(TimeSpan.FromSeconds(2), Cancel);
            }));

        counts.Assessed.ShouldBe(1);
        imports[^1].IsCompleted.ShouldBeFalse("the last try holds the register");
        await Task.WhenAll(imports);
    }

    [Theory, BothDatabases]
    public async Task A_part_takes_no_level_from_those_outside_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "да"), Line(2, "Липова", "да"));
        await bench.Assess();
        await bench.Import(Line(2, "Липова", "да", status: "отчислен"));

        await Assess(bench, new AssessedPart(Group: "ИС-21"));
        await Assess(bench, new AssessedPart(WithoutLevel: true));
        (await bench.Current()).Count.ShouldBe(2);

        await Assess(bench, new AssessedPart(Group: "ИС-31"));
        (await bench.Current()).Single().ExternalId.ShouldBe("1");
    }

    [Theory, BothDatabases]
    public async Task The_last_run_is_the_latest_whatever_its_number(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "да"));
        await bench.Assess();
        // Another process numbers its runs from a block that it took earlier.
        await bench.Use<MarshrutDb, int>(async db =>
        {
            var first = await db.AssessmentRuns.AsNoTracking().SingleAsync(Cancel);
            db.AssessmentRuns.Add(new AssessmentRun
            {
                Id = first.Id - 1,
                OrganizationId = first.OrganizationId,
                MethodologyVersionId = first.MethodologyVersionId,
                AsOf = first.AsOf.AddDays(2),
                FinalYearOnly = false,
                Actor = first.Actor,
                At = first.At.AddDays(2),
            });
            return await db.SaveChangesAsync(Cancel);
        });
        database.Clock.Advance(TimeSpan.FromDays(2));

        (await bench.Use<CountRisk, RiskFigures>(count => count.Count(special: false, Cancel))).LastRun!.AsOf.ShouldBe(database.Clock.Today);
        await bench.Import(Line(1, "Ольхова", "нет"));
        var enrolment = (await bench.Current()).Single().EnrolmentId;
        await bench.Use<AssessPerson, bool>(assess => assess.Assess(enrolment, Cancel));
        var runs = await bench.Use<MarshrutDb, List<long>>(db => db.AssessmentRuns.OrderBy(row => row.At).Select(row => row.Id).ToListAsync(Cancel));
        (await bench.Current()).Single().RunId.ShouldBe(runs[1]);
    }

    [Theory, BothDatabases]
    public async Task Who_is_not_assessed_for_want_of_consent_is_counted_whatever_part_ran_last_R39(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Use<MarshrutDb, int>(db => db.Organizations.Where(row => row.Id == bench.Organization.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RiskBasis, RiskBasis.Consent), Cancel));
        await bench.Import(Line(1, "Ольхова", "да"), Line(2, "Липова", "да", year: 2030), Line(3, "Кедрова", "да", status: "отчислен"));

        await bench.Assess(finalYear: true);

        (await bench.Use<CountRisk, RiskFigures>(count => count.Count(special: false, Cancel))).WithoutConsent.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_file_names_health_only_for_who_asked_and_offences_never_R15(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database, OrganizationKind.EmploymentCentre);
        await database.Import(
            bench.Organization,
            Header + ";Ранее совершал правонарушения",
            Line(1, "Ольхова", "да", disability: "да") + ";да");
        await bench.Assess();

        var row = await bench.Use<AssessmentsForExport, AssessmentExportRow>(async export => await export.Read(Cancel).SingleAsync(Cancel));

        row.PresentTitles(special: false).ShouldBe("сирота");
        row.PresentTitles(special: true).ShouldBe("инвалидность или ОВЗ, сирота");
    }

    [Theory, BothDatabases]
    public async Task A_list_stands_on_offences_only_for_who_may_and_asked_and_the_look_is_written_down(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database, OrganizationKind.EmploymentCentre);
        await database.Import(bench.Organization, Header + ";Ранее совершал правонарушения", Line(1, "Ольхова", "нет") + ";да");
        await bench.Assess();
        var filter = new RiskFilter(RiskTab.All, Present: "prior-offence");
        Task<ResultsPage> List(bool asked, bool permitted) =>
            bench.Use<AssessmentResults, ResultsPage>(results => results.Page(filter, new ResultsKey(), asked, Cancel), restricted: permitted);

        (await List(asked: false, permitted: true)).Total.ShouldBe(0);
        (await List(asked: true, permitted: false)).Total.ShouldBe(0);
        var before = (await bench.Journal(Marshrut.Core.Platform.Audit.AuditActions.SpecialRead)).Count;
        (await List(asked: true, permitted: true)).Total.ShouldBe(1);
        (await bench.Journal(Marshrut.Core.Platform.Audit.AuditActions.SpecialRead)).Count.ShouldBe(before + 1);
    }

    private static async Task<int> Assess(RiskBench bench, AssessedPart part) => (await bench.Use<AssessOrganization, AssessmentCounts>(assess =>
        assess.Assess(new AssessOrganizationInput(bench.Database.Clock.Today, FinalYearOnly: false, part), Cancel))).Assessed;

    /// <summary>A record of the system, as attendance or a placement will leave it.</summary>
    private static async Task Record(RiskBench bench, string externalId, FactCode code)
    {
        await using var scope = bench.Database.Enter(bench.Organization);
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var sealer = scope.ServiceProvider.GetRequiredService<Sealer>();
        var enrolment = await db.Enrolments.SingleAsync(row => row.ExternalId == externalId, Cancel);
        var facts = sealer.OpenEnrolmentFacts(enrolment.Facts, enrolment.Id);
        facts.Set(code, FactEntry.Recorded(FactValue.Yes, bench.Database.Clock.Today));
        enrolment.Facts = sealer.Seal(facts, enrolment.Id);
        await db.SaveChangesAsync(Cancel);
    }

    private static Task<CharacteristicState[]> States(RiskBench bench, string externalId) =>
        bench.Use<AssessmentsForExport, CharacteristicState[]>(async export =>
        {
            var row = await export.Read(Cancel).SingleAsync(found => found.ExternalId == externalId, Cancel);
            return [.. Characteristics.Federal.Select(characteristic => row.Block.Found.StateOf(characteristic.Number))];
        });
}
