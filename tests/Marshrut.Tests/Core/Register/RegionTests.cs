using Marshrut.Core.Accounts;
using Marshrut.Core.Imports.Undoing;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Register.Regional;
using Marshrut.Core.Risk.Decisions;
using Marshrut.Rules.Figures;
using Marshrut.Tests.Core.Risk;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Risk.RiskBench;

namespace Marshrut.Tests.Core.Register;

public class RegionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_region_sees_its_organisations_in_sums(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await Create(database);
        await college.Import([.. People(1, 12, "да"), .. People(20, 9, "нет")]);
        await college.Assess();
        await ConfirmHigh(college);
        var second = await Create(database);
        await second.Import([.. People(1, 8, "да"), .. People(20, 10, "нет")]);
        await second.Assess();
        var third = await Create(database);
        await third.Import([.. People(1, 6, "да")]);
        await Create(database, OrganizationKind.University);
        await database.AddOrganization(OrganizationKind.School);
        await database.AddOrganization(regionCode: "77");

        var region = await Count(database);

        region.Study.Organizations.Select(row => row.Name).ShouldBe(["Организация 1", "Организация 2", "Организация 3", "Организация 4"]);
        var (first, total) = (region.Study.Organizations[0], region.Study.Total);
        (first.People.Value, first.Cells.Students.Value, first.Cells.Assessed.Value, first.Cells.High.Value, first.Cells.Confirmed.Value).ShouldBe((21, 21, 21, 12, 12));
        (total.Students.Value, total.Assessed.Value, total.High.Value, total.Confirmed.Value).ShouldBe((45, 39, 20, 12));
        (total.LastCourse.Value, total.LastCourseAssessed.Value).ShouldBe((45, 39));
        region.NotBegun.Select(row => (row.Name, row.HasRegister)).ShouldBe([("Организация 3", true), ("Организация 4", false), ("Организация 5", false)]);
        region.Programmes.ShouldHaveSingleItem().Cells.ShouldBe(total);
        first.LastImport.ShouldBe(database.Clock.GetUtcNow().UtcDateTime);
    }

    [Theory, BothDatabases]
    public async Task Small_counts_are_hidden_with_what_would_tell_them(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        foreach (var (high, low) in new[] { (3, 9), (9, 7), (20, 8) })
        {
            var college = await Create(database);
            await college.Import([.. People(1, high, "да"), .. People(50, low, "нет")]);
            await college.Assess();
        }

        var region = await Count(database);

        region.Study.Organizations.Select(row => row.Cells.High.How).ShouldBe([CountShown.Fewer, CountShown.Hidden, CountShown.AsIs]);
        region.Study.Total.High.ShouldBe(new ShownCount(32, CountShown.AsIs));
        region.Study.Total.Confirmed.ShouldBe(new ShownCount(0, CountShown.AsIs));
    }

    [Theory, BothDatabases]
    public async Task The_kept_counts_follow_the_register(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await Create(database);
        await college.Import([.. People(1, 8, "да")]);
        (await Count(database)).Study.Total.ShouldBe(Counts(8, 0, 0, 0, 8, 0));

        await college.Assess();
        (await Count(database)).Study.Total.ShouldBe(Counts(8, 8, 8, 0, 8, 8));
        await ConfirmHigh(college);
        (await Count(database)).Study.Total.ShouldBe(Counts(8, 8, 8, 8, 8, 8));
        await college.Import([.. People(30, 6, "нет")]);
        (await Count(database)).Study.Total.ShouldBe(Counts(14, 8, 8, 8, 14, 8));

        database.Clock.Advance(TimeSpan.FromDays(365));
        (await Count(database)).Study.Total.Assessed.ShouldBe(new ShownCount(0, CountShown.AsIs));
    }

    [Theory, BothDatabases]
    public async Task A_file_that_was_taken_back_is_not_the_last_one(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await Create(database);
        await college.Import([.. People(1, 8, "да")]);
        (await Count(database)).Study.Organizations[0].LastImport.ShouldNotBeNull();

        var import = await college.Use<MarshrutDb, long>(db => db.Imports.Select(row => row.Id).SingleAsync(Cancel));
        await college.Use<UndoImport, UndoneImport>(undo => undo.Undo(import, Cancel));

        (await Count(database)).Study.Organizations[0].LastImport.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task People_who_came_to_a_centre_are_not_added_to_those_of_the_colleges(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await Create(database);
        await college.Import([.. People(1, 7, "да")]);
        var centre = await Create(database, OrganizationKind.EmploymentCentre);
        await centre.Import([.. People(1, 5, "да")]);

        var region = await Count(database);

        region.Study.Total.Students.Value.ShouldBe(7);
        region.Others.ShouldHaveSingleItem().Total.Students.Value.ShouldBe(5);
    }

    [Theory, BothDatabases]
    public async Task The_way_to_work_is_counted_by_organisation_district_programme_and_centre(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        var people = await bench.Confirmed([.. Enumerable.Range(1, 30).Select(number => HandoverBench.Line(number, "Ольхова" + (char)('а' + number), consent: number <= 20 ? "01.09.2026" : ""))]);
        await bench.Send(people);
        var items = (await bench.Items()).ConvertAll(item => item.Id);
        items.Count.ShouldBe(20);
        var region = await Count(database);
        var stages = region.Study.Total.Stages;
        (region.Study.Total.Confirmed.Value, stages.Consented.Value, stages.Handed.Value, stages.Accepted.Value).ShouldBe((30, 20, 20, 0));

        await bench.Return([.. items[18..]]);
        await bench.Accept([.. items[..15]]);
        (await Count(database)).Study.Total.Stages.Handed.Value.ShouldBe(20, "hand-overs are counted once a minute");
        database.Clock.Advance(TimeSpan.FromMinutes(1));

        region = await Count(database);
        stages = region.Study.Total.Stages;
        (stages.Handed.Value, stages.Accepted.Value, stages.Planned.Value, stages.Ended.Value).ShouldBe((18, 15, 0, 0));
        region.Study.Organizations.Single(row => row.Id == bench.College.Id).Cells.Stages.ShouldBe(stages);
        region.Programmes.ShouldHaveSingleItem().Cells.Stages.ShouldBe(stages);
        region.Districts.ShouldHaveSingleItem().Cells.Stages.ShouldBe(stages);
        (region.Centres.ShouldHaveSingleItem().Name, region.Centres[0].Cells.Handed).ShouldBe((bench.Centre.Name, stages.Handed));
        region.CountedAt.ShouldBe(database.Clock.GetUtcNow().UtcDateTime);
    }

    [Theory, BothDatabases]
    public async Task Few_who_were_handed_over_are_hidden_wherever_they_stand(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        var other = await bench.Beside(await database.AddOrganization());
        await bench.Send(await bench.Confirmed([.. Enumerable.Range(1, 9).Select(number => HandoverBench.Line(number, "Ольхова" + (char)('а' + number)))]));
        await other.Send(await other.Confirmed([.. Enumerable.Range(1, 3).Select(number => HandoverBench.Line(number, "Липова" + (char)('а' + number)))]));

        var region = await Count(database);

        region.Study.Total.Stages.Handed.ShouldBe(new ShownCount(12, CountShown.AsIs));
        region.Study.Organizations.Select(row => row.Cells.Stages.Handed.How).ShouldBe([CountShown.Hidden, CountShown.Fewer], ignoreOrder: true);
        region.Centres.Single().Cells.Handed.Value.ShouldBe(12);
    }

    [Theory, BothDatabases]
    public async Task Who_has_not_begun_stands_first_with_what_is_missing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        await bench.Send(await bench.Confirmed([.. Enumerable.Range(1, 9).Select(number => HandoverBench.Line(number, "Ольхова" + (char)('а' + number)))]));
        await bench.Use<AddUser, AddedUser>(bench.College, add => add.Add(new NewUser("glava", Role.CareerCentreHead, bench.College.Code, FullName: "Зуева Анна"), Cancel));
        var idle = await database.AddOrganization();
        await using var scope = database.EnterRegion("00");

        var rows = (await scope.ServiceProvider.GetRequiredService<ShowReadiness>().Show(Cancel)).Rows;

        rows[0].Row.Id.ShouldBe(idle.Id);
        rows[0].Missing.ShouldBe(["нет ответственного", "нет реестра", "риск в этом году не определяли", "нет соглашения", "никого не передавали"]);
        var ready = rows.Single(row => row.Row.Id == bench.College.Id);
        (ready.Missing.Count, ready.Agreements, ready.LastHandover).ShouldBe((0, 1, new DateOnly(2026, 11, 23)));
        rows.Single(row => row.Row.Id == bench.Centre.Id).Missing.ShouldBe(["нет ответственного"]);
    }

    [Theory, BothDatabases]
    public async Task Without_a_region_nothing_is_counted(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var scope = database.EnterInstallation();

        (await Should.ThrowAsync<RuleViolation>(() => scope.ServiceProvider.GetRequiredService<CountRegion>().Count(Cancel))).Code.ShouldBe("no-region");
    }

    private static async Task ConfirmHigh(RiskBench college)
    {
        long[] high = [.. (await college.Current()).Where(row => row.IsHigh).Select(row => row.Id)];
        await college.Use<ConfirmAssessments, ConfirmedAssessments>(confirm => confirm.Confirm(high, Cancel));
    }

    private static RegionCells Counts(params int[] counts)
    {
        var shown = counts.Select(count => new ShownCount(count, CountShown.AsIs)).ToArray();
        return new RegionCells(shown[0], shown[1], shown[2], shown[3], shown[4], shown[5], new StageCells(default, default, default, default, default));
    }

    private static IEnumerable<string> People(int from, int count, string orphan) =>
        Enumerable.Range(from, count).Select(number => Line(number, "Ольхова" + (char)('а' + (number % 30)), orphan, place: "да"));

    private static async Task<RegionOverview> Count(TestDatabase database)
    {
        await using var scope = database.EnterRegion("00");
        return await scope.ServiceProvider.GetRequiredService<CountRegion>().Count(Cancel);
    }
}
