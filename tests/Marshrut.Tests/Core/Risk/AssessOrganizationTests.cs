using Marshrut.Core.Imports.StatisticsFiles;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Export;
using Marshrut.Rules.Risk;
using Marshrut.Tests.Core.Imports.Applying;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Risk;

public class AssessOrganizationTests
{
    private const string Header = "Идентификатор;Фамилия;Имя;Дата рождения;Код направления;Год выпуска;Статус;Основа обучения;Сирота или без попечения родителей;Определённость с местом работы";
    private static readonly DateOnly AsOf = new(2026, 11, 23);

    [Theory, BothDatabases]
    public async Task Any_present_characteristic_makes_the_level_high_and_unknown_never_does(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(college, Header, "1;Ольхова;Вера;01.05.2007;09.02.07;2028;;;да;", "2;Липова;Анна;01.05.2007;09.02.07;2028;;;нет;");

        var counts = await Assess(database, college);

        (counts.Methodology, counts.Assessed, counts.High, counts.NotHigh, counts.Preliminary).ShouldBe(("federal-1", 2, 1, 1, 1));
    }

    [Theory, BothDatabases]
    public async Task Priority_adds_the_last_course_and_takes_off_a_target_contract(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(
            college,
            Header,
            "1;Ольхова;Вера;01.05.2007;09.02.07;2027;;;да;",
            "2;Липова;Анна;01.05.2007;09.02.07;2027;;целевое;да;",
            "3;Кедров;Пётр;01.05.2007;09.02.07;2028;;;;нет",
            "4;Буков;Иван;01.05.2004;09.02.07;2026;выпускник;;;нет");
        await Assess(database, college);

        var rows = await Export(database, college);

        rows.Select(row => (row.ExternalId, row.Priority)).ShouldBe([("1", 5), ("4", 4), ("2", 3), ("3", 2)]);
    }

    [Theory, BothDatabases]
    public async Task An_equal_result_keeps_the_assessment_and_a_changed_one_is_a_new_proposal(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(college, Header, "1;Ольхова;Вера;01.05.2007;09.02.07;2028;;;да;");
        await Assess(database, college);
        var first = await Current(database, college);

        await Assess(database, college, AsOf.AddDays(1));
        var second = await Current(database, college);
        await database.Import(college, Header, "1;Ольхова;Вера;01.05.2007;09.02.07;2028;;;нет;");
        await Assess(database, college, AsOf.AddDays(2));
        var third = await Current(database, college);

        second.Id.ShouldBe(first.Id);
        second.LastAsOf.ShouldBe(AsOf.AddDays(1));
        second.AsOf.ShouldBe(AsOf);
        third.Id.ShouldNotBe(first.Id);
        third.IsHigh.ShouldBeFalse();
        third.Status.ShouldBe(AssessmentStatus.Proposed);
    }

    [Theory, BothDatabases]
    public async Task Only_the_last_course_is_assessed_when_so_asked(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(
            college, Header, "1;Ольхова;Вера;01.05.2007;09.02.07;2027;;;да;", "2;Липова;Анна;01.05.2007;09.02.07;2028;;;да;", "3;Буков;Иван;01.05.2004;09.02.07;2026;выпускник;;да;");

        (await Assess(database, college, finalYear: true)).Assessed.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task The_expelled_have_no_current_assessment_any_more(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(college, Header, "1;Ольхова;Вера;01.05.2007;09.02.07;2028;;;да;");
        await Assess(database, college);
        await database.Import(college, Header, "1;Ольхова;Вера;01.05.2007;09.02.07;2028;отчислен;;да;");

        (await Assess(database, college)).Assessed.ShouldBe(0);
        (await Export(database, college)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task With_consent_as_the_basis_those_without_it_are_counted_and_not_assessed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await using (var scope = database.EnterInstallation())
        {
            await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Organizations.Where(row => row.Id == college.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RiskBasis, RiskBasis.Consent), TestContext.Current.CancellationToken);
        }

        await database.Import(
            college, Header + ";Согласие на определение риска", "1;Ольхова;Вера;01.05.2007;09.02.07;2028;;;да;;01.09.2026", "2;Липова;Анна;01.05.2007;09.02.07;2028;;;да;;");

        var counts = await Assess(database, college);

        (counts.Assessed, counts.WithoutConsent).ShouldBe((1, 1));
    }

    [Theory, BothDatabases]
    public async Task Statistics_of_the_region_decide_the_first_characteristic(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await using (var scope = database.EnterInstallation())
        {
            using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
                """
                Год выпуска;Горизонт, лет;Код направления;Организация;Вид организации;Выпускников;Трудоустроено
                2025;1;54.02.01;Один;ПОО;100;30
                2025;1;09.02.07;Один;ПОО;100;90
                """));
            (await scope.ServiceProvider.GetRequiredService<ImportStatistics>().Import(file, "00", TestContext.Current.CancellationToken)).Created.ShouldBe(2);
        }

        await database.Import(college, Header, "1;Ольхова;Вера;01.05.2007;54.02.01;2028;;;;", "2;Липова;Анна;01.05.2007;09.02.07;2028;;;;");
        await Assess(database, college);

        var rows = await Export(database, college);

        rows.Select(row => (row.ExternalId, row.Block.Found.StateOf(1)))
            .ShouldBe([("1", CharacteristicState.Present), ("2", CharacteristicState.Absent)]);
    }

    [Theory, BothDatabases]
    public async Task A_new_name_moves_the_person_in_the_list_at_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(college, Header, "1;Ольхова;Вера;01.05.2007;09.02.07;2028;;;да;", "2;Липова;Анна;01.05.2007;09.02.07;2028;;;да;");
        await Assess(database, college);

        await database.Import(college, Header, "1;Авдеева;Вера;01.05.2007;09.02.07;2028;;;;");

        (await Export(database, college)).Select(row => row.LastName).ShouldBe(["Авдеева", "Липова"]);
    }

    private static async Task<AssessmentCounts> Assess(TestDatabase database, Organization organization, DateOnly? asOf = null, bool finalYear = false)
    {
        await using var scope = database.Enter(organization);
        return await scope.ServiceProvider.GetRequiredService<AssessOrganization>()
            .Assess(new AssessOrganizationInput(asOf ?? AsOf, finalYear), TestContext.Current.CancellationToken);
    }

    private static async Task<Assessment> Current(TestDatabase database, Organization organization)
    {
        await using var scope = database.Enter(organization);
        return await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Assessments.SingleAsync(row => row.IsCurrent, TestContext.Current.CancellationToken);
    }

    private static async Task<List<AssessmentExportRow>> Export(TestDatabase database, Organization organization)
    {
        await using var scope = database.Enter(organization);
        return await scope.ServiceProvider.GetRequiredService<AssessmentsForExport>().Read(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
