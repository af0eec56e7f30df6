using Marshrut.Core.Platform.Data;
using Marshrut.Core.Register.Lists;
using Marshrut.Core.Register.Regional;
using Marshrut.Core.Risk.Results;
using Marshrut.Tests.TestDatabases;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Risk.RiskBench;

namespace Marshrut.Tests.Core.Risk;

public class RiskDutyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_new_duty_begins_on_1_July_and_its_deadline_is_1_September(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "да"), Line(2, "Липова", "нет", year: 2028), Line(3, "Кедрова", "нет", year: 2026, status: "отчислен"));
        Move(database, 2027, 6, 30);
        await bench.Assess();

        var june = await Duty(bench);
        (june.Students, june.NotAssessed, june.LastCourse, june.DaysLeft, june.IsOverdue).ShouldBe((2, 0, 1, 63, false));

        Move(database, 2027, 7, 1);
        var july = await Duty(bench);
        (july.NotAssessed, july.LastCourseNotAssessed, july.LastCourse, july.DaysLeft, july.IsOverdue).ShouldBe((2, 2, 2, 62, false));

        Move(database, 2027, 9, 1);
        (await Duty(bench)).DaysLeft.ShouldBe(0);
        (await Duty(bench)).IsOverdue.ShouldBeFalse();

        Move(database, 2027, 9, 2);
        var late = await Duty(bench);
        (late.DaysLeft, late.IsOverdue, late.NextDeadline).ShouldBe((365, true, new DateOnly(2028, 9, 1)));

        await bench.Assess(finalYear: true);
        (await Duty(bench)).NotAssessed.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task An_equal_later_run_fulfils_the_duty_of_the_new_year(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "да", year: 2030));
        await bench.Assess();
        Move(database, 2027, 7, 2);
        (await Duty(bench)).NotAssessed.ShouldBe(1);

        await bench.Assess();

        (await Duty(bench)).NotAssessed.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Desk_list_weeks_and_region_count_the_duty_alike(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "да", year: 2030), Line(2, "Липова", "да"));
        await bench.Assess();
        // The level of the year is replaced by one for an earlier day, and others come who have none: two to be assessed, three who are not.
        await bench.Assess(database.Clock.Today.AddYears(-1));
        await bench.Import(
            Line(1, "Ольхова", "да", year: 2030),
            Line(2, "Липова", "да"),
            Line(3, "Кедрова", "нет"),
            Line(4, "Вязова", "нет", year: 2029),
            Line(5, "Ивина", "нет", status: "отчислен"),
            Line(6, "Рябинова", "нет", year: 2020, status: "выпускник"),
            Line(7, "Калинова", "нет", year: 2019, status: "выпускник"));

        var duty = await Duty(bench);
        (duty.Students, duty.NotAssessed, duty.LastCourseNotAssessed).ShouldBe((4, 2, 1));
        var filter = new EnrolmentFilter { Level = LevelChoice.NotAssessed };
        (await bench.Use<CountEnrolments, int>(count => count.Count(filter, Cancel))).ShouldBe(2);
        (await bench.Use<CountEnrolments, int>(count => count.Count(filter with { LastCourse = true }, Cancel))).ShouldBe(1);
        (await bench.Use<ListChoices, int>(async choices => (await choices.Read(Cancel)).Tabs.NotAssessed)).ShouldBe(2);
        (await bench.Use<AssessmentCoverage, Coverage>(coverage => coverage.Count(4, Cancel))).Weeks[^1].Assessed.ShouldBe(duty.Assessed);
        await using var scope = database.Enter(bench.Organization);
        var region = await new RegionCounts(database.Clock).Of(scope.ServiceProvider.GetRequiredService<MarshrutDb>(), [bench.Organization], database.Clock.Today, Cancel);
        var sum = region[bench.Organization.Id].Sum;
        (sum.Students, sum.Assessed, sum.LastCourse - sum.LastCourseAssessed).ShouldBe((4, 2, 1));
    }

    private static void Move(TestDatabase database, int year, int month, int day) =>
        database.Clock.SetTo(new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero));

    private static Task<DutyFigures> Duty(RiskBench bench) => bench.Use<RiskDuty, DutyFigures>(duty => duty.Count(Cancel));
}
